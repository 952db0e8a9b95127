// An article as the archive understood it: what `show` and `inspect` print.
//
// Plain values. Strings are UTF-8. Offsets count Unicode code points. A fact that is not known is an
// empty optional or an empty vector, never a guess.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace dateline {

// What is known of a date.
enum class DatePrecision : std::uint8_t { year, month, day };

// A date with the precision that its evidence supports: the interval from its first to its last day.
struct Date {
  int year = 0;                                  // of the Gregorian calendar
  int month = 1;                                 // 1..12; 1 when the precision is year
  int day = 1;                                   // 1..31; 1 when the precision is year or month
  DatePrecision precision = DatePrecision::day;  // which of the three are known

  // Same day and same precision.
  friend bool operator==(const Date&, const Date&) = default;
};

// How much of an article is in one language.
struct LanguageShare {
  std::string language;  // BCP 47, e.g. "en", "zh-Hant"
  double share = 0;      // of the article's letters, 0..1
  // Same language and same share.
  friend bool operator==(const LanguageShare&, const LanguageShare&) = default;
};

// Whom a name means: a body is a ministry, a company, a newspaper; a group is nobody named ("officials").
enum class SpeakerKind : std::uint8_t { person, body, group };

// Somebody quoted in the article.
struct Speaker {
  std::string name;                        // as the archive calls them
  std::string id;                          // stable, made of the name: "dmitry-peskov"
  SpeakerKind kind = SpeakerKind::person;  // person, body or group
  std::vector<std::string> as_written;     // the spellings in this article, longest first
  int quotes = 0;                          // quotations tied to this speaker here
  std::string evidence;  // why this name: "alias table: …", "as written", "given", "…; sounds like …"
};

// How sure it is that a quotation belongs to its speaker.
enum class Confidence : std::uint8_t { low, medium, high };

// Something that somebody said, word for word or reported.
struct Quote {
  std::string text;                         // without the marks around it
  std::optional<std::string> speaker;       // Speaker::name; empty when unknown or anonymous
  bool direct = true;                       // false: reported speech
  std::string verb;                         // the cue as written: "said", "по словам"; may be empty
  std::size_t start = 0;                    // [start, end) of `text` in Article::body, in code points
  std::size_t end = 0;                      // behind the last code point
  std::string evidence;                     // the rule that tied it to its speaker, or why none was
  Confidence confidence = Confidence::low;  // that `speaker` said it
};

// A part of the input that is not the article: kept, shown, never ranked or counted.
struct Removed {
  std::string text;    // as it stood in the input
  std::string reason;  // "boilerplate", "photo credit", "related articles", ...
};

// Facts, text and quotations of one article.
struct Article {
  std::string id;                        // the given id, else 16 hexadecimal digits made of the key
  std::optional<std::string> path;       // the input it came from, as recorded, with its member
  std::optional<std::string> url;        // where it was published, as given or found
  std::optional<std::string> title;      // the headline, on one line
  std::optional<std::string> subtitle;   // the line below the headline
  std::optional<std::string> byline;     // who wrote it, without "By"
  std::optional<Date> date;              // when it was printed
  std::optional<Date> updated;           // when it was last changed, where the page says so
  std::vector<std::string> sources;      // publisher first, then agencies
  std::optional<std::string> language;   // of most of the body
  std::vector<LanguageShare> languages;  // most first
  std::vector<Speaker> speakers;         // who is quoted
  std::vector<Quote> quotes;             // in the order of the body
  std::vector<std::string> tags;         // keywords and sections, as given
  std::string body;                      // paragraphs separated by a blank line
  std::vector<Removed> removed;          // what was cut away around the body
  std::vector<std::pair<std::string, std::string>> evidence;  // fact -> where it was found
  std::vector<std::pair<std::string, std::string>> extra;     // given fields that we do not know: name -> JSON text

  // For `export`, so that an article comes back as the same one. A program that adds articles leaves them empty.
  std::string key;     // what makes it the same article again: an id in its collection, a URL, or a path
  std::string member;  // the end of `path` that names it inside an input of many: ":12"
  std::vector<std::string> paragraph_languages;  // one a paragraph; may be shorter: the rest is in `language`
};

}  // namespace dateline
