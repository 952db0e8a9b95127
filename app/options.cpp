#include "app/options.hpp"

#include <algorithm>
#include <charconv>
#include <limits>

#include "app/nearest.hpp"

namespace dateline::app {
namespace {

std::string joined(const std::vector<std::string>& names) {
  std::string text;
  for (const std::string& name : names) text += (text.empty() ? "" : ", ") + name;
  return text;
}

template <class Number>
Number parsed_number(std::string_view text, const std::string& option) {
  Number number{};
  const auto [rest, error] = std::from_chars(text.data(), text.data() + text.size(), number);
  if (error != std::errc() || rest != text.data() + text.size()) {
    throw UsageError(option + " takes a whole number, not \"" + std::string(text) + "\"");
  }
  return number;
}

// Bytes of "512M", "1.5G" is not taken: nobody needs it.
std::uint64_t parsed_size(std::string_view text, const std::string& option) {
  constexpr std::string_view units = "KMGT";
  unsigned shift = 0;
  std::string_view digits = text;
  if (digits.size() > 1 && (digits.back() == 'B' || digits.back() == 'b')) digits.remove_suffix(1);
  if (!digits.empty()) {
    const auto unit = units.find(static_cast<char>(digits.back() & ~0x20));
    if (unit != std::string_view::npos) {
      shift = static_cast<unsigned>(unit + 1) * 10;
      digits.remove_suffix(1);
    }
  }
  std::uint64_t number = 0;
  const auto [rest, error] = std::from_chars(digits.data(), digits.data() + digits.size(), number);
  const bool whole = error == std::errc() && rest == digits.data() + digits.size();
  if (!whole || number > std::numeric_limits<std::uint64_t>::max() >> shift) {
    throw UsageError(option + " takes a size such as 512M or 2G, not \"" + std::string(text) + "\"");
  }
  return number << shift;
}

int days_of(int year, int month) {
  constexpr int days[] = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
  const bool leap = (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;
  return month == 2 && leap ? 29 : days[month - 1];
}

// "2024", "2024-04" or "2024-04-11", of the calendar.
bool is_date(std::string_view text) {
  if (text.size() != 4 && text.size() != 7 && text.size() != 10) return false;
  for (std::size_t at = 0; at < text.size(); ++at) {
    const bool dash = at == 4 || at == 7;
    if (dash ? text[at] != '-' : text[at] < '0' || text[at] > '9') return false;
  }
  const auto two = [&](std::size_t at) { return (text[at] - '0') * 10 + (text[at + 1] - '0'); };
  const int year = two(0) * 100 + two(2);
  const int month = text.size() >= 7 ? two(5) : 1;
  const int day = text.size() == 10 ? two(8) : 1;
  return month >= 1 && month <= 12 && day >= 1 && day <= days_of(year, month);
}

std::size_t position_of(const std::string& value, const std::vector<std::string>& choices, const std::string& option) {
  const auto found = std::find(choices.begin(), choices.end(), value);
  if (found == choices.end()) {
    const std::string meant = did_you_mean(value, choices);
    throw UsageError(option + " cannot be \"" + value + "\"",
                     (meant.empty() ? "" : meant + " ") + "It is one of " + joined(choices));
  }
  return static_cast<std::size_t>(found - choices.begin());
}

}  // namespace

std::string Option::long_name() const {
  const auto at = names.find("--");
  return at == std::string::npos ? names : names.substr(at);
}

std::string Option::short_name() const {
  return names.compare(0, 2, "--") == 0 ? std::string() : names.substr(0, names.find(','));
}

Option& OptionSet::add(Option option) {
  options_.push_back(std::move(option));
  return options_.back();
}

void OptionSet::detach() {
  for (Option& option : options_) option.take = nullptr;
  positionals_.target = nullptr;
}

Option& OptionSet::declare(std::string names, std::string placeholder, std::string help, Take take) {
  Option option;
  option.names = std::move(names);
  option.placeholder = std::move(placeholder);
  option.help = std::move(help);
  option.take = [take = std::move(take), name = option.long_name()](const std::string& text) { take(text, name); };
  return add(std::move(option));
}

Option& OptionSet::flag(std::string names, bool& target, std::string help, bool value) {
  return declare(std::move(names), "", std::move(help),
                 [&target, value](const std::string&, const std::string&) { target = value; });
}

Option& OptionSet::value(std::string names, std::string& target, std::string placeholder, std::string help) {
  return declare(std::move(names), std::move(placeholder), std::move(help),
                 [&target](const std::string& text, const std::string&) { target = text; });
}

Option& OptionSet::value(std::string names, std::optional<std::string>& target, std::string placeholder,
                         std::string help) {
  return declare(std::move(names), std::move(placeholder), std::move(help),
                 [&target](const std::string& text, const std::string&) { target = text; });
}

Option& OptionSet::number(std::string names, std::size_t& target, std::string help) {
  return declare(std::move(names), "N", std::move(help), [&target](const std::string& text, const std::string& option) {
    target = parsed_number<std::size_t>(text, option);
  });
}

Option& OptionSet::number(std::string names, std::optional<std::size_t>& target, std::string help) {
  return declare(std::move(names), "N", std::move(help), [&target](const std::string& text, const std::string& option) {
    target = parsed_number<std::size_t>(text, option);
  });
}

Option& OptionSet::number(std::string names, unsigned& target, std::string help) {
  return declare(std::move(names), "N", std::move(help), [&target](const std::string& text, const std::string& option) {
    target = parsed_number<unsigned>(text, option);
  });
}

Option& OptionSet::size(std::string names, std::uint64_t& target, std::string help) {
  return declare(std::move(names), "SIZE", std::move(help),
                 [&target](const std::string& text, const std::string& option) { target = parsed_size(text, option); });
}

Option& OptionSet::date(std::string names, std::optional<std::string>& target, std::string help) {
  return declare(
      std::move(names), "DATE", std::move(help), [&target](const std::string& text, const std::string& option) {
        if (!is_date(text)) {
          throw UsageError(option + " takes a date, not \"" + text + "\"", "Write it as 2024, 2024-04 or 2024-04-11");
        }
        target = text;
      });
}

Option& OptionSet::list(std::string names, std::vector<std::string>& target, std::string placeholder,
                        std::string help) {
  return declare(std::move(names), std::move(placeholder), std::move(help),
                 [&target](const std::string& text, const std::string&) { target.push_back(text); });
}

Option& OptionSet::choose(std::string names, std::vector<std::string> choices, std::string help,
                          std::function<void(std::size_t)> chosen) {
  std::string placeholder;
  for (const std::string& choice : choices) placeholder += (placeholder.empty() ? "" : "|") + choice;
  Option& option = declare(std::move(names), std::move(placeholder), std::move(help),
                           [chosen = std::move(chosen), choices](const std::string& text, const std::string& name) {
                             chosen(position_of(text, choices, name));
                           });
  option.choices = std::move(choices);
  return option;
}

Option& OptionSet::choose_several(std::string names, const std::string& placeholder, std::vector<std::string> choices,
                                  std::string help, std::function<void(std::size_t)> chosen) {
  help += ": " + joined(choices);
  Option& option = declare(std::move(names), placeholder, std::move(help),
                           [chosen = std::move(chosen), choices](const std::string& text, const std::string& name) {
                             for (std::size_t begin = 0; begin <= text.size();) {
                               const std::size_t end = std::min(text.find(',', begin), text.size());
                               chosen(position_of(text.substr(begin, end - begin), choices, name));
                               begin = end + 1;
                             }
                           });
  option.choices = std::move(choices);
  return option;
}

void OptionSet::positionals(std::string placeholder, std::vector<std::string>& target, std::size_t least,
                            std::size_t most, Completes completes) {
  positionals_.placeholder = std::move(placeholder);
  positionals_.target = &target;
  positionals_.least = least;
  positionals_.most = most;
  positionals_.completes = completes;
}

}  // namespace dateline::app
