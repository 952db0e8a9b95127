// Facts that articles have, as people name them.
#include <algorithm>
#include <chrono>

#include "schema/days.hpp"
#include "tests/oracle/generator.hpp"

namespace dateline::oracle {
namespace {

std::string part_of(const std::string& text, std::size_t number) {
  std::vector<std::string> words;
  std::string word;
  for (const char c : text + ' ') {
    if (c != ' ') {
      word += c;
    } else if (!word.empty()) {
      words.push_back(word);
      word.clear();
    }
  }
  return words.empty() ? text : words[number % words.size()];
}

std::string host_of(const std::string& url) {
  const std::size_t begin = url.find("://") + 3;
  const std::string host = url.substr(begin, url.find_first_of("/?", begin) - begin);
  const std::size_t user = host.find('@');
  return user == std::string::npos ? host.substr(0, host.find(':')) : host.substr(user + 1);
}

std::string folder_of(const std::string& path) { return path.substr(0, path.find_last_of("/:")); }

std::int32_t today() {
  const auto now = std::chrono::system_clock::now().time_since_epoch();
  return static_cast<std::int32_t>(std::chrono::duration_cast<std::chrono::hours>(now).count() / 24);
}

std::string two_digits(int number) { return (number < 10 ? "0" : "") + std::to_string(number); }

std::string full_width(std::string digits) {
  std::string wide;
  for (const char c : digits)
    wide += c >= '0' && c <= '9' ? std::string("\xEF\xBC") + static_cast<char>(0x90 + c - '0') : std::string(1, c);
  return wide;
}

struct Period {
  std::string written;
  Days days;
};

Period year(int number) {
  return {schema::to_string({number, 1, 1, DatePrecision::year}),
          {schema::to_day(number, 1, 1), schema::to_day(number, 12, 31)}};
}

Period month(int number, int of_year) {
  const Date date{number, of_year, 1, DatePrecision::month};
  return {schema::to_string(date), {schema::first_day(date), schema::last_day(date)}};
}

Period week_of(std::int32_t day) {
  const std::int32_t monday = day - ((day + 3) % 7 + 7) % 7, thursday = monday + 3;
  const int number = schema::from_day(thursday).year;
  const int week = (thursday - schema::to_day(number, 1, 1)) / 7 + 1;
  return {std::to_string(number) + "-W" + two_digits(week), {monday, monday + 6}};
}

}  // namespace

Expression Generator::fact(const Passage& about) {
  const Article& article = fact_article(about);
  const std::size_t kind = below(100);
  if (kind < 25) return speaker(article);
  if (kind < 40) return source(article);
  if (kind < 52) return language(article);
  if (kind < 65) return place(article);
  return dates(article);
}

std::string Generator::speaker_name(const Article& about) {
  const std::size_t kind = below(100);
  if (kind < 25 && !aliases_.empty()) return one_of(aliases_);
  if (kind < 30) return "Nobody Nowhere";
  if (kind < 38) return chance(50) ? "unknown" : "Unknown";
  if (about.speakers.empty()) return chance(50) ? "Kowal" : "Брандт";
  const Speaker& speaker = one_of(about.speakers);
  if (kind < 55) return part_of(speaker.name, below(3));
  if (kind < 75 && !speaker.as_written.empty()) return other_case(one_of(speaker.as_written));
  return speaker.name;
}

Expression Generator::speaker(const Article& about) {
  if (chance(15) && !about.speakers.empty()) {
    const Speaker& speaker = one_of(about.speakers);
    if (!speaker.as_written.empty()) return make(Form::spelling, one_of(speaker.as_written));
  }
  return make(Form::speaker, speaker_name(about));
}

Expression Generator::source(const Article& about) {
  if (about.sources.empty() || chance(15))
    return make(Form::source, one_of(std::vector<std::string>{"afp", "Agence France-Presse", "moscow times", "Times",
                                                              "Nowhere Post", "нова", "harbourledger.example"}));
  const std::string& source = one_of(about.sources);
  return make(Form::source, chance(20) ? part_of(source, below(3)) : chance(30) ? other_case(source) : source);
}

Expression Generator::language(const Article& about) {
  if (chance(20)) return make(Form::language, one_of(std::vector<std::string>{"zh", "ZH", "Russian", "english", "el"}));
  return make(Form::language, about.language.value_or("en"));
}

Expression Generator::place(const Article& about) {
  if (about.url && chance(45)) {
    std::string host = host_of(*about.url);
    if (chance(30)) host = host.substr(host.find('.') + 1);
    return make(Form::site, host);
  }
  if (about.path && chance(60)) return make(Form::path, chance(50) ? *about.path : folder_of(*about.path));
  return make(Form::id, about.id);
}

Expression Generator::byline_or_tag(const Article& about) {
  if (!about.tags.empty() && chance(50)) {
    Expression value = make(Form::phrase);
    const std::string& tag = one_of(about.tags);
    value.words = {chance(30) ? other_case(tag) : chance(30) ? part_of(tag, below(4)) : tag};
    return make(Form::tag, std::vector{std::move(value)});
  }
  const std::string byline = about.byline.value_or("Ada Weir");
  Expression value = make(Form::phrase);
  value.words = {chance(50) ? byline : other_case(part_of(byline, below(4)))};
  return make(Form::byline, std::vector{std::move(value)});
}

// One period, a range of two, or one end of either kind.
Expression Generator::dates(const Article& about) {
  const Date date = about.date.value_or(Date{2024, 3, 15, DatePrecision::day});
  const std::int32_t day = schema::first_day(date) + static_cast<std::int32_t>(below(40)) - 20;
  const Date near = schema::from_day(day);
  const auto period = [&]() -> Period {
    switch (below(6)) {
      case 0:
        return year(near.year);
      case 1:
        return month(near.year, near.month);
      case 2:
        return {schema::to_string(near), {day, day}};
      case 3:
        return {std::to_string(near.year) + two_digits(near.month) + two_digits(near.day), {day, day}};
      case 4:
        return week_of(day);
      default: {
        Period found = month(near.year, near.month);
        found.written = full_width(std::to_string(near.year)) + "/" + std::to_string(near.month);
        return found;
      }
    }
  };
  Expression e = make(Form::dates);
  const Period one = period();
  switch (below(9)) {
    case 0:
    case 1:
      e.days = one.days;
      e.written = "date:" + one.written;
      break;
    case 2: {
      const Period from = month(near.year - static_cast<int>(below(2)), 1 + static_cast<int>(below(12)));
      const Period to = year(near.year + 1);
      e.days = {from.days.first, to.days.last};
      e.written = "date:" + from.written + (chance(50) ? ".." : "…") + to.written;
      break;
    }
    case 3:
      e.days.first = one.days.first;
      e.written = (chance(50) ? "since:" : "date:") + one.written;
      e.written += e.written[0] == 'd' ? ".." : "";
      break;
    case 4:
      e.days.last = one.days.last;
      e.written = chance(50) ? "until:" + one.written : "date:.." + one.written;
      break;
    case 5:
      e.days.first = one.days.last + 1;
      e.written = "after:" + one.written;
      break;
    case 6:
      e.days.last = one.days.first - 1;
      e.written = "before:" + one.written;
      break;
    case 7: {
      const int years = 1 + static_cast<int>(below(4));
      const Date now = schema::from_day(today());
      const bool there = schema::is_valid(now.year - years, now.month, now.day);  // no 29 February
      e.days.first = schema::to_day(now.year - years, now.month, there ? now.day : 28);
      e.written = "since:" + std::to_string(years) + "y";
      break;
    }
    default:
      e.days = year(near.year).days;
      e.written = "DATE:" + std::to_string(near.year);
      break;
  }
  return e;
}

void Generator::add_filters(SearchRequest& request, const Article& about) {
  if (chance(35)) {
    request.sources.push_back(source(about).text);
    if (chance(40)) request.sources.emplace_back("AFP");
  }
  if (chance(30)) {
    request.speakers.push_back(speaker_name(about));
    if (chance(40)) request.speakers.emplace_back("Kowal");
  }
  if (chance(30)) {
    request.languages.push_back(about.language.value_or("en"));
    if (chance(50)) request.languages.emplace_back("en");
  }
  if (!chance(35)) return;
  const Date date = about.date.value_or(Date{2024, 3, 15, DatePrecision::day});
  if (chance(70)) request.from = schema::to_string({date.year, 1, 1, DatePrecision::year});
  if (chance(60))
    request.to = schema::to_string({date.year, date.month, 1, chance(50) ? DatePrecision::month : DatePrecision::year});
}

}  // namespace dateline::oracle
