#include <algorithm>
#include <cmath>
#include <string_view>
#include <vector>

#include "app/print/answers.hpp"
#include "app/print/facts.hpp"
#include "app/print/timeline.hpp"
#include "app/print/width.hpp"

namespace dateline::app {
namespace {

// In the picture's own units, of which a screen makes pixels.
constexpr double width = 960, height = 360;
constexpr double left = 64, right = 24, top = 72, bottom = 40;
constexpr double plot_width = width - left - right, plot_height = height - top - bottom;
constexpr double widest_bar = 64;
constexpr double character = 7;  // of a label, about

constexpr std::string_view style = R"(<style>
  .page { fill: #ffffff }
  text { font: 12px system-ui, -apple-system, "Segoe UI", "Noto Sans", sans-serif; fill: #57606a }
  .title { font-size: 18px; font-weight: 600; fill: #1f2328 }
  .grid { stroke: #d8dee4 }
  .axis { stroke: #8c959f }
  .bar { fill: #0969da }
  .reach { fill: transparent }
  g:hover > .bar { fill: #bc4c00 }
  @media (prefers-color-scheme: dark) {
    .page { fill: #0d1117 }
    text { fill: #9198a1 }
    .title { fill: #f0f6fc }
    .grid { stroke: #21262d }
    .axis { stroke: #656c76 }
    .bar { fill: #4493f8 }
    g:hover > .bar { fill: #f0883e }
  }
</style>
)";

// Text of an element or attribute. XML has no way to write control characters and noncharacters.
std::string escaped(std::string_view text) {
  std::string result;
  const std::string clean = printable(text);
  for (std::size_t at = 0; at < clean.size(); ++at) {
    const std::string_view rest = std::string_view(clean).substr(at);
    if (rest.starts_with("\xEF\xBF\xBE") || rest.starts_with("\xEF\xBF\xBF")) {
      result += "\xEF\xBF\xBD";
      at += 2;
    } else if (clean[at] == '&') {
      result += "&amp;";
    } else if (clean[at] == '<') {
      result += "&lt;";
    } else if (clean[at] == '>') {
      result += "&gt;";
    } else if (clean[at] == '"') {
      result += "&quot;";
    } else {
      result += clean[at];
    }
  }
  return result;
}

std::string attribute(std::string_view name, double number) {
  std::string digits = with_decimals(number, 2);
  digits.erase(digits.find_last_not_of('0') + 1);
  if (digits.back() == '.') digits.pop_back();
  return " " + std::string(name) + "=\"" + digits + "\"";
}

std::string line(std::string_view look, double x1, double y1, double x2, double y2) {
  return "<line class=\"" + std::string(look) + "\"" + attribute("x1", x1) + attribute("y1", y1) + attribute("x2", x2) +
         attribute("y2", y2) + "/>\n";
}

std::string label(double x, double y, std::string_view anchor, std::string_view text) {
  return "<text" + attribute("x", x) + attribute("y", y) + " text-anchor=\"" + std::string(anchor) + "\">" +
         escaped(text) + "</text>\n";
}

std::string rectangle(std::string_view look, double x, double y, double w, double h) {
  return "<rect class=\"" + std::string(look) + "\"" + attribute("x", x) + attribute("y", y) + attribute("width", w) +
         attribute("height", h) + "/>";
}

std::string title_of(const SearchAnswer& answer) {
  constexpr std::size_t longest = 80;
  if (answer.query.find_first_not_of(' ') == std::string::npos) return "All articles";
  return "“" + shortened(printable(answer.query), longest) + "”";
}

std::string subtitle_of(const SearchAnswer& answer) {
  const FacetAnswer& facet = answer.facets.front();
  const std::size_t matches = answer.total > 0 ? answer.total : answer.total_partial;
  std::string text = counted(matches, "article", "articles");
  if (answer.total == 0 && answer.total_partial > 0) text += " with a part of it";
  text += " by " + facet.granularity;
  const std::string rest = remainder(facet);
  return rest.empty() ? text : text + " · " + rest;
}

// For those who cannot see the bars.
std::string description_of(const FacetAnswer& facet) {
  if (facet.counts.empty()) return "No article has a date.";
  const auto most = std::max_element(facet.counts.begin(), facet.counts.end(),
                                     [](const FacetCount& a, const FacetCount& b) { return a.count < b.count; });
  return "Bar chart from " + *facet.counts.front().value + " to " + *facet.counts.back().value + ". The most are " +
         counted(most->count, "article", "articles") + " in " + *most->value + ".";
}

// The distance between two lines of the grid: 1, 2 or 5 and zeros, so that there are at most five lines.
std::size_t grid_step(std::size_t largest) {
  std::size_t power = 1;
  for (;; power *= 10) {
    for (const std::size_t digit : {1, 2, 5}) {
      if (largest <= 5 * digit * power) return digit * power;
    }
  }
}

std::string grid(std::size_t largest, std::size_t step, double scale) {
  std::string text;
  for (std::size_t count = 0; count <= largest; count += step) {
    const double y = top + plot_height - static_cast<double>(count) * scale;
    text += line(count == 0 ? "axis" : "grid", left, y, width - right, y);
    text += label(left - 8, y + 4, "end", grouped_digits(count));
  }
  return text;
}

std::string bars(const FacetAnswer& facet, double scale) {
  const double slot = plot_width / static_cast<double>(facet.counts.size());
  const double bar_width = slot < 4 ? slot : std::min(slot * 0.8, widest_bar);
  std::string text;
  double x = left;
  for (const FacetCount& count : facet.counts) {
    if (count.count > 0) {
      const double bar_height = static_cast<double>(count.count) * scale;
      text += "<g><title>" + escaped(*count.value) + ": " + counted(count.count, "article", "articles") + "</title>" +
              rectangle("reach", x, top, slot, plot_height) +
              rectangle("bar", x + (slot - bar_width) / 2, top + plot_height - bar_height, bar_width, bar_height) +
              "</g>\n";
    }
    x += slot;
  }
  return text;
}

// As many as have room, at even distances.
std::string labels(const FacetAnswer& facet) {
  const double slot = plot_width / static_cast<double>(facet.counts.size());
  const double needed = static_cast<double>(facet.counts.front().value->size() + 2) * character;
  const auto every = static_cast<std::size_t>(std::max(1.0, std::ceil(needed / slot)));
  std::string text;
  for (std::size_t at = 0; at < facet.counts.size(); at += every) {
    const double x = left + (static_cast<double>(at) + 0.5) * slot;
    if (x + needed / 2 > width) break;
    text += line("axis", x, top + plot_height, x, top + plot_height + 5);
    text += label(x, top + plot_height + 20, "middle", *facet.counts[at].value);
  }
  return text;
}

std::string chart(const FacetAnswer& facet) {
  if (facet.counts.empty()) return label(width / 2, top + plot_height / 2, "middle", "No article has a date.");
  std::size_t largest = 1;
  for (const FacetCount& count : facet.counts) largest = std::max(largest, count.count);
  const std::size_t step = grid_step(largest);
  const std::size_t highest = (largest + step - 1) / step * step;
  const double scale = plot_height / static_cast<double>(highest);
  return grid(highest, step, scale) + bars(facet, scale) + labels(facet);
}

}  // namespace

std::string timeline_as_svg(const SearchAnswer& answer) {
  const FacetAnswer& facet = answer.facets.front();
  const std::string title = escaped(title_of(answer)), subtitle = escaped(subtitle_of(answer));
  return "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 960 360\" width=\"960\" height=\"360\" role=\"img\" "
         "aria-labelledby=\"title description\">\n"
         "<title id=\"title\">" +
         title + ": " + subtitle + "</title>\n<desc id=\"description\">" + escaped(description_of(facet)) +
         "</desc>\n" + std::string(style) + rectangle("page", 0, 0, width, height) +
         "\n<text class=\"title\" x=\"24\" y=\"34\">" + title + "</text>\n<text x=\"24\" y=\"54\">" + subtitle +
         "</text>\n" + chart(facet) + "</svg>\n";
}

}  // namespace dateline::app
