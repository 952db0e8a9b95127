#include "tests/oracle/expected.hpp"

#include <algorithm>

#include "schema/days.hpp"

namespace dateline::oracle {
namespace {

using Articles = std::vector<const ReadArticle*>;

Expression one_of(Form form, const std::vector<std::string>& values) {
  std::vector<Expression> alternatives;
  for (const std::string& value : values) alternatives.push_back(make(form, value));
  return make(Form::any, std::move(alternatives));
}

// The query with the request's filters but for that of `leave_out`.
Expression joined(const Question& question, std::optional<Facet> leave_out) {
  const SearchRequest& request = question.request;
  const bool without_dates = leave_out && is_by_time(*leave_out);
  std::vector<Expression> parts{question.query};
  if (!request.sources.empty() && leave_out != Facet::source) parts.push_back(one_of(Form::source, request.sources));
  if (!request.speakers.empty() && leave_out != Facet::speaker)
    parts.push_back(one_of(Form::speaker, request.speakers));
  if (!request.languages.empty() && leave_out != Facet::language)
    parts.push_back(one_of(Form::language, request.languages));
  if ((request.from || request.to) && !without_dates) {
    Expression dates = make(Form::dates);
    if (request.from) dates.days.first = schema::first_day(*schema::parse_iso(*request.from));
    if (request.to) dates.days.last = schema::last_day(*schema::parse_iso(*request.to));
    parts.push_back(std::move(dates));
  }
  return make(Form::all, std::move(parts));
}

bool has_filter(const SearchRequest& request, Facet facet) {
  switch (facet) {
    case Facet::source:
      return !request.sources.empty();
    case Facet::speaker:
      return !request.speakers.empty();
    case Facet::language:
      return !request.languages.empty();
    default:
      return is_by_time(facet) && (request.from || request.to);
  }
}

struct Found {
  Articles full, partial;
  std::size_t undated = 0;

  // If nothing has everything, what has a part of it is counted.
  const Articles& counted() const { return full.empty() ? partial : full; }
};

Found find(const Expression& query, const Corpus& corpus, Match match) {
  const Lists lists = match == Match::any ? Lists::any : Lists::all;
  Meaning meaning(query, corpus, match);
  Found found;
  for (const ReadArticle& article : corpus.articles) {
    if (meaning.holds(article, lists)) {
      found.full.push_back(&article);
      continue;
    }
    if (match == Match::match_auto && meaning.holds(article, Lists::partly)) found.partial.push_back(&article);
    found.undated += !article.article.date && meaning.holds_but_for_dates(article, lists);
  }
  return found;
}

std::set<std::string> ids(const Articles& articles) {
  std::set<std::string> ids;
  for (const ReadArticle* article : articles) ids.insert(article->article.id);
  return ids;
}

// ---- counting ----

// What an article has of a facet that is no date.
std::set<std::string> values(const Article& article, Facet facet) {
  std::set<std::string> values;
  switch (facet) {
    case Facet::source:
      values.insert(article.sources.begin(), article.sources.end());
      break;
    case Facet::tag:
      values.insert(article.tags.begin(), article.tags.end());
      break;
    case Facet::language:
      if (article.language) values.insert(*article.language);
      break;
    case Facet::byline:
      if (article.byline) values.insert(*article.byline);
      break;
    default:
      for (const Speaker& speaker : article.speakers)
        if (speaker.kind != SpeakerKind::group) values.insert(speaker.id);
      break;
  }
  return values;
}

bool quotes_nobody_named(const Article& article) {
  return std::any_of(article.quotes.begin(), article.quotes.end(), [&](const Quote& quote) {
    return std::none_of(article.speakers.begin(), article.speakers.end(), [&](const Speaker& speaker) {
      return quote.speaker == speaker.name && speaker.kind != SpeakerKind::group;
    });
  });
}

ExpectedFacet count_values(Facet facet, const Articles& articles) {
  ExpectedFacet result;
  for (const ReadArticle* read : articles) {
    const Article& article = read->article;
    const std::set<std::string> own = values(article, facet);
    for (const std::string& value : own) ++result.counts[value];
    if (facet == Facet::speaker) {
      result.missing += article.quotes.empty() && article.speakers.empty();
      result.unknown += quotes_nobody_named(article);
    } else {
      result.missing += own.empty();
    }
  }
  return result;
}

// The bucket of a day, as facets show it.
std::string bucket(std::int32_t day, Facet granularity) {
  Date date = schema::from_day(day);
  if (granularity == Facet::day) return schema::to_string(date);
  if (granularity == Facet::week) {  // the year of its Thursday, and which Thursday of the year it is
    const std::int32_t thursday = day - ((day + 3) % 7 + 7) % 7 + 3;
    const int year = schema::from_day(thursday).year;
    const int week = (thursday - schema::to_day(year, 1, 1)) / 7 + 1;
    return std::to_string(year) + (week < 10 ? "-W0" : "-W") + std::to_string(week);
  }
  date.precision = granularity == Facet::year ? DatePrecision::year : DatePrecision::month;
  return schema::to_string(date);
}

// Every bucket from that of the first to that of the last day.
std::vector<std::string> row_of_buckets(std::int32_t first, std::int32_t last, Facet granularity) {
  std::vector<std::string> row;
  for (std::int32_t day = first; day <= last; ++day) {
    std::string name = bucket(day, granularity);
    if (row.empty() || row.back() != name) row.push_back(std::move(name));
  }
  return row;
}

Facet finest(const Articles& articles) {
  constexpr std::size_t most_buckets = 60;
  std::int32_t first = INT32_MAX, last = INT32_MIN;
  for (const ReadArticle* article : articles) {
    if (!article->article.date) continue;
    first = std::min(first, schema::first_day(*article->article.date));
    last = std::max(last, schema::last_day(*article->article.date));
  }
  for (const Facet granularity : {Facet::day, Facet::month})
    if (row_of_buckets(first, last, granularity).size() <= most_buckets) return granularity;
  return Facet::year;
}

const char* name_of(Facet granularity) {
  return granularity == Facet::day     ? "day"
         : granularity == Facet::week  ? "week"
         : granularity == Facet::month ? "month"
                                       : "year";
}

// A date that is coarser than the buckets is in none of them. A row has its empty buckets, unless it were too long.
ExpectedFacet count_dates(Facet facet, const Articles& articles) {
  constexpr std::size_t longest_row = 1000;
  ExpectedFacet result;
  const Facet granularity = facet == Facet::date ? finest(articles) : facet;
  result.granularity = name_of(granularity);
  std::int32_t first = INT32_MAX, last = INT32_MIN;
  for (const ReadArticle* article : articles) {
    if (!article->article.date) {
      ++result.missing;
      continue;
    }
    const std::int32_t from = schema::first_day(*article->article.date), to = schema::last_day(*article->article.date);
    if (bucket(from, granularity) != bucket(to, granularity)) {
      ++result.imprecise;
      continue;
    }
    ++result.counts[bucket(from, granularity)];
    first = std::min(first, from);
    last = std::max(last, from);
  }
  const std::vector<std::string> row = row_of_buckets(first, last, granularity);
  result.holes = row.size() > longest_row && row.size() > result.counts.size();
  if (row.size() <= longest_row)
    for (const std::string& name : row) result.counts.try_emplace(name, 0);
  return result;
}

}  // namespace

ExpectedFacet count(Facet facet, const Articles& articles) {
  return is_by_time(facet) ? count_dates(facet, articles) : count_values(facet, articles);
}

Expected expect(const Question& question, const Corpus& corpus) {
  const Match match = question.request.match;
  const Expression query = joined(question, std::nullopt);
  const Found found = find(query, corpus, match);
  Expected expected{ids(found.full), ids(found.partial), found.undated, {}};
  for (const Facet facet : question.request.facets) {
    if (question.request.narrow_facets || !has_filter(question.request, facet)) {
      expected.facets[facet] = count(facet, found.counted());
      continue;
    }
    const Expression others = joined(question, facet);
    expected.facets[facet] = count(facet, find(others, corpus, match).counted());
  }
  return expected;
}

}  // namespace dateline::oracle
