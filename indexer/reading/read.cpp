#include "indexer/reading/read.hpp"

#include <algorithm>
#include <utility>

#include "indexer/reading/article_facts.hpp"
#include "indexer/reading/blocks.hpp"
#include "indexer/reading/body_languages.hpp"
#include "indexer/reading/bylines.hpp"
#include "indexer/reading/dateline_line.hpp"
#include "indexer/reading/dates/fields.hpp"
#include "indexer/reading/dates/names.hpp"
#include "indexer/reading/dates/tokens.hpp"
#include "indexer/reading/dates/words.hpp"
#include "indexer/reading/head.hpp"
#include "indexer/reading/identity.hpp"
#include "indexer/reading/letters.hpp"
#include "indexer/reading/mending.hpp"
#include "indexer/reading/recurring_lines.hpp"
#include "indexer/reading/restore.hpp"
#include "indexer/reading/tail.hpp"
#include "indexer/speech/speech.hpp"
#include "schema/days.hpp"
#include "text/language.hpp"
#include "text/utf8.hpp"

namespace dateline::indexer {
namespace {

using schema::StoredArticle;

// With what a page lost: spans count bytes in 32 bits.
constexpr std::size_t longest_with_losses = 256 << 20;

class ArticleReader {
 public:
  ArticleReader(RawArticle raw, const ReadingContext& context)
      : raw_(std::move(raw)), context_(context), facts_(*context.sources) {}

  std::variant<StoredArticle, Rejection> run() {
    if (raw_.text.size() > largest_text) return reject(text_too_large);
    if (raw_.exported) return restored();
    identify_article(raw_, context_.collection, article_);
    article_.text = std::move(raw_.text);
    take_stated();
    if (context_.as_given)
      take_as_given();
    else
      read_lines();
    if (article_.paragraphs.empty() && !facts_.title) return reject("not an article");
    set_facts();
    if (!context_.as_given && context_.with_speech) set_speech();
    add_given_speakers();
    return std::move(article_);
  }

 private:
  Rejection reject(std::string reason) const { return {raw_.input + raw_.member, std::move(reason)}; }

  StoredArticle restored() {
    StoredArticle article = restore(*raw_.exported);
    if (article.key.empty()) identify_record(article);
    if (article.id.empty()) article.id = schema::hex16(schema::hash64(article.key));
    article.content_hash = raw_.content_hash;
    article.rules = reading_version();
    article.as_given = context_.as_given;
    return article;
  }

  // A record that says that it was exported, and not what it was.
  void identify_record(StoredArticle& article) {
    if (!raw_.exported->id.empty()) raw_.id = Stated{raw_.exported->id, "field id"};
    if (raw_.exported->url) raw_.url = Stated{*raw_.exported->url, "field url"};
    identify_article(raw_, context_.collection, article);
  }

  // Facts that the input states: they win over all that is found.
  void take_stated() {
    set_stated(facts_.title, "title", raw_.title);
    set_stated(facts_.subtitle, "subtitle", raw_.subtitle);
    set_stated(facts_.byline, "byline", raw_.byline);
    set_stated(facts_.url, "url", raw_.url);
    for (const Stated& tag : raw_.tags) facts_.tags.push_back(tag.value);
    language_ = context_.language.value_or(raw_.language ? text::language_tag(trim(raw_.language->value)) : "");
    date_context_ = {language_.empty() ? TextLanguage::of(article_.text) : TextLanguage(language_), context_.today};
    if (raw_.date) take_stated_date(*raw_.date);
    if (raw_.updated) take_stated_change(*raw_.updated);
    take_stated_sources();
    article_.extra = raw_.extra;
  }

  void set_stated(std::optional<std::string>& fact, std::string_view name, const std::optional<Stated>& stated) {
    if (stated) facts_.set(fact, name, stated->value, stated->origin);
  }

  // A date that cannot be read is kept as it was given.
  void take_stated_date(const Stated& stated) {
    if (std::optional<FoundDate> date = date_of_field(stated.value, date_context_))
      facts_.dates.add(DateOrigin::given, std::move(*date), stated.origin);
    else
      raw_.extra.emplace_back("date", "\"" + json_escaped(stated.value) + "\"");
  }

  // What was not changed is often stated to have been changed when it was printed. It is no candidate for the date:
  // many programs state the day on which they made the page anew.
  void take_stated_change(const Stated& stated) {
    const std::optional<FoundDate> changed = date_of_field(stated.value, date_context_);
    if (!changed && raw_.structured)
      raw_.extra.emplace_back("updated", "\"" + json_escaped(stated.value) + "\"");
    else if (changed && is_plausible(certain_part(*changed), context_.today) &&
             (!raw_.date || raw_.date->value != stated.value))
      stated_change_ = ChosenDate{certain_part(*changed), stated.origin};
  }

  static std::string json_escaped(std::string_view text) {
    std::string out;
    for (const char c : text) {
      if (c == '"' || c == '\\') out += '\\';
      out += static_cast<unsigned char>(c) < 0x20 ? ' ' : c;
    }
    return out;
  }

  void take_stated_sources() {
    if (context_.source) facts_.sources.add_stated(*context_.source, "given");
    if (context_.source && !raw_.structured) return;
    for (const Stated& source : raw_.sources) facts_.sources.add_stated(source.value, source.origin);
  }

  // A record that names its sources has named them all; --source names the publisher only.
  bool sources_are_given() const { return raw_.structured && !raw_.sources.empty(); }

  void take_as_given() {
    const bool gaps = article_.text.find("\n\n") != std::string::npos;
    for (std::size_t begin = 0; begin < article_.text.size();) {
      const std::size_t end = std::min(article_.text.find(gaps ? "\n\n" : "\n", begin), article_.text.size());
      const std::string_view paragraph = trim(std::string_view(article_.text).substr(begin, end - begin));
      const auto at = static_cast<std::uint32_t>(paragraph.data() - article_.text.data());
      if (!paragraph.empty()) article_.paragraphs.push_back({{at, static_cast<std::uint32_t>(at + paragraph.size())}});
      begin = end + 1;
    }
    set_languages(language_.empty() ? identified_languages() : language_as_given());
  }

  text::DocumentLanguages identified_languages() const {
    std::vector<std::string_view> texts;
    for (const schema::Paragraph& paragraph : article_.paragraphs)
      texts.push_back(std::string_view(article_.text)
                          .substr(paragraph.front().begin, paragraph.front().end - paragraph.front().begin));
    return text::identify_paragraphs(texts, "");
  }

  text::DocumentLanguages language_as_given() const {
    text::DocumentLanguages given;
    given.language = language_;
    given.shares = {{language_, 1.0}};
    given.paragraphs.assign(article_.paragraphs.size(), language_);
    return given;
  }

  void read_lines() {
    const std::vector<Block> blocks = split_blocks(article_.text);
    std::vector<Fate> fates(blocks.size());
    const HeadContext head{date_context_, raw_.structured, raw_.page, raw_.dated};
    const std::size_t body = std::min(find_body(blocks, facts_.title.has_value(), head), first_heading_of(blocks));
    read_head(blocks, body, head, facts_, fates);
    read_first_dateline(blocks, body, fates);
    read_tail(article_.text, blocks, body, raw_.page, date_context_, facts_, fates);
    if (context_.recurring) context_.recurring->cut(blocks, fates);
    set_languages(read_languages(blocks, language_, facts_, fates));
    write_spans(blocks, fates);
    add_page_losses();
    finish_sources();
  }

  // A short first paragraph stands before the first that is prose by itself. Where lines of the head stand between the
  // two the upper one is a standfirst.
  void read_first_dateline(const std::vector<Block>& blocks, std::size_t body, const std::vector<Fate>& fates) {
    std::size_t first = 0;
    while (first < body && fates[first].kind != Fate::Kind::body) ++first;
    if (first < blocks.size()) read_dateline(blocks[first].text, blocks[first].line(), date_context_, facts_);
    if (first < body && body < blocks.size() && fates[body - 1].kind == Fate::Kind::cut)
      read_dateline(blocks[body].text, blocks[body].line(), date_context_, facts_);
  }

  void write_spans(const std::vector<Block>& blocks, const std::vector<Fate>& fates) {
    std::size_t last = blocks.size();
    for (std::size_t i = 0; i < blocks.size(); ++i)
      if (fates[i].kind == Fate::Kind::body) last = i;
    for (std::size_t i = 0; i < blocks.size(); ++i) {
      if (fates[i].kind == Fate::Kind::cut) add_cut(blocks[i].begin(), blocks[i].end(), std::string(fates[i].reason));
      if (fates[i].kind != Fate::Kind::body) continue;
      Block block = blocks[i];
      if (i == last) cut_credit(block);
      article_.paragraphs.push_back(mend(article_.text, block));
    }
  }

  // "... on Friday. (Reporting by A; Editing by B)" on the line of the last paragraph.
  void cut_credit(Block& block) {
    const std::size_t at = find_credit_at_end(block.text);
    if (at == std::string_view::npos) return;
    const std::string_view credit = block.text.substr(at);
    const std::string where = line_evidence(block.lines.back().number);
    if (std::optional<std::string> name = byline_of_credit(credit))
      facts_.set(facts_.byline, "byline", std::move(*name), where);
    facts_.add_mentions(credit, false, "reporter credit, " + where);
    const std::uint32_t begin = block.begin() + static_cast<std::uint32_t>(at);
    const std::string_view before = trim(block.text.substr(0, at));
    if (before.empty() || begin <= block.lines.back().begin) return;
    add_cut(begin, block.end(), "reporter credit");
    block.text = before;
    block.lines.back().end = static_cast<std::uint32_t>(before.data() + before.size() - article_.text.data());
  }

  void add_cut(std::uint32_t begin, std::uint32_t end, std::string reason) {
    article_.removed.push_back({{begin, end}, std::move(reason)});
  }

  // What the page lost before its text was made is kept below it.
  void add_page_losses() {
    for (const std::string& lost : raw_.removed) {
      const std::size_t begin = article_.text.size() + 1;
      if (begin + lost.size() > longest_with_losses) return;
      article_.text += '\n' + lost;
      add_cut(static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(article_.text.size()),
              "beside the article");
    }
  }

  void finish_sources() {
    if (sources_are_given()) return;
    if (facts_.url && host_is_known()) facts_.sources.add_known(host_of(*facts_.url), "url host");
    if (raw_.page_title && !facts_.sources.has_publisher()) add_site_of_title(raw_.page_title->value);
    if (facts_.byline) add_publisher_of_byline(*facts_.byline);
    if (facts_.byline) facts_.add_mentions(*facts_.byline, false, "byline");
    if (facts_.url && !facts_.sources.has_publisher()) facts_.sources.add_host(*facts_.url, "url host");
    // "Photo: A for the Paper": agencies sell pictures to all, a paper's own name is its own.
    if (!facts_.sources.has_publisher())
      for (const schema::Cut& cut : article_.removed)
        if (cut.reason == "photo credit")
          facts_.sources.add_mentions(
              std::string_view(article_.text).substr(cut.span.begin, cut.span.end - cut.span.begin),
              text::SourceKind::publisher, "photo credit");
  }

  // "Ann Writer, the Paper", "The Paper with AFP": a whole part of it, since people have parts of such names too.
  void add_publisher_of_byline(std::string_view byline) {
    static constexpr std::string_view dividers[] = {", ", " with ", " avec ", " mit ", " con ", " com ", " / ", " | "};
    for (std::size_t at = 0; at < byline.size();) {
      std::size_t end = byline.size(), width = 0;
      for (const std::string_view divider : dividers)
        if (const std::size_t found = byline.find(divider, at); found < end) {
          end = found;
          width = divider.size();
        }
      facts_.sources.add_mention(byline.substr(at, end - at), text::SourceKind::publisher, "byline");
      at = end + std::max<std::size_t>(width, 1);
    }
  }

  bool host_is_known() const {
    return context_.sources->find_host(host_of(*facts_.url)) && !facts_.sources.has_publisher();
  }

  // "Headline | Paper", "Paper: headline"
  void add_site_of_title(std::string_view title) {
    for (const std::string_view divider : {" | ", " - ", " — ", " – ", "：", ": ", "_"}) {
      for (std::size_t at = 0; at < title.size();) {
        const std::size_t end = std::min(title.find(divider, at), title.size());
        if (facts_.sources.add_known(title.substr(at, end - at), "title element")) return;
        at = end + divider.size();
      }
    }
  }

  std::size_t first_heading_of(const std::vector<Block>& blocks) const {
    if (raw_.first_heading.empty()) return blocks.size();
    const auto found = std::find_if(blocks.begin(), blocks.end(),
                                    [&](const Block& block) { return block.text == raw_.first_heading; });
    return static_cast<std::size_t>(found - blocks.begin());
  }

  void set_languages(text::DocumentLanguages found) {
    article_.language = context_.language ? *context_.language : found.language;
    article_.paragraph_languages = std::move(found.paragraphs);
    for (auto& [language, share] : found.shares) article_.languages.push_back({language, share});
  }

  void set_facts() {
    if (!facts_.title && raw_.page_title)
      facts_.set(facts_.title, "title", raw_.page_title->value, raw_.page_title->origin);
    if (facts_.url)
      if (std::optional<FoundDate> date = date_of_url(*facts_.url, date_context_)) {
        std::string written = facts_.url->substr(date->begin, date->end - date->begin);
        facts_.dates.add(DateOrigin::url, std::move(*date), "url: " + written);
      }
    choose_date();
    article_.title = std::move(facts_.title);
    article_.subtitle = std::move(facts_.subtitle);
    article_.byline = std::move(facts_.byline);
    article_.url = std::move(facts_.url);
    article_.tags = std::move(facts_.tags);
    article_.sources = facts_.sources.names();
    article_.evidence = std::move(facts_.evidence);
    for (const std::string& evidence : facts_.sources.evidence()) article_.evidence.emplace_back("sources", evidence);
    article_.extra = std::move(raw_.extra);
    article_.rules = reading_version();
    article_.as_given = context_.as_given;
  }

  void choose_date() {
    if (facts_.dates.has_open_order()) {
      const std::vector<std::string> sources = facts_.sources.names();
      const bool month_first = std::any_of(sources.begin(), sources.end(), writes_month_first);
      facts_.dates.settle_orders(weekday_of_lead(), month_first);
    }
    if (!raw_.dated.empty() && !facts_.dates.choose(context_.today)) take_dated_line();
    if (std::optional<ChosenDate> chosen = facts_.dates.choose(context_.today)) {
      article_.date = chosen->date;
      facts_.evidence.emplace_back("date", std::move(chosen->evidence));
    }
    std::optional<ChosenDate> updated = std::move(stated_change_);
    if (updated && is_before(updated->date, article_.date)) updated.reset();
    if (!updated) updated = facts_.dates.updated(context_.today);
    if (updated) {
      article_.updated = updated->date;
      facts_.evidence.emplace_back("updated", std::move(updated->evidence));
    }
  }

  // A line that its element calls byline or date, and whose words do not say which: its date, if it has one only.
  void take_dated_line() {
    for (const std::string& line : raw_.dated) {
      std::vector<FoundDate> found = find_dates(line, date_context_);
      if (found.size() != 1 || found.front().year_missing) continue;
      facts_.dates.add(DateOrigin::head_line, std::move(found.front()), "class of the element: " + line);
      return;
    }
  }

  // Such a change is of something else.
  static bool is_before(const Date& change, const std::optional<Date>& printed) {
    return printed && schema::last_day(change) < schema::first_day(*printed);
  }

  // The first weekday that the first paragraph names: in four articles of five the day on which they were printed.
  int weekday_of_lead() const {
    if (article_.paragraphs.empty() || article_.paragraphs.front().empty()) return 0;
    const schema::Span& lead = article_.paragraphs.front().front();
    const DateTokens tokens(std::string_view(article_.text).substr(lead.begin, lead.end - lead.begin));
    for (std::size_t i = 0; i < tokens.size(); ++i)
      if (tokens.is_word(i))
        if (const int weekday = find_weekday(tokens.folded(i), date_context_.language)) return weekday;
    return 0;
  }

  void set_speech() {
    const std::string body = schema::body_of(article_);
    std::vector<std::string> languages = article_.paragraph_languages;
    languages.resize(article_.paragraphs.size(), article_.language);
    Speech speech = find_speech(body, schema::paragraph_ranges(article_), languages, article_.title.value_or(""),
                                *context_.aliases);
    article_.speakers = std::move(speech.speakers);
    article_.quotes = std::move(speech.quotes);
  }

  // Given speakers join those found; they never replace an attribution.
  void add_given_speakers() {
    for (const Stated& given : raw_.speakers) {
      std::string id = text::name_id(given.value);
      const bool known = std::any_of(article_.speakers.begin(), article_.speakers.end(),
                                     [&](const schema::StoredSpeaker& one) { return one.id == id; });
      if (!known)
        article_.speakers.push_back({given.value, std::move(id), SpeakerKind::person, {given.value}, "given"});
    }
  }

  RawArticle raw_;
  const ReadingContext& context_;
  Facts facts_;
  std::optional<ChosenDate> stated_change_;
  DateContext date_context_;
  std::string language_;
  StoredArticle article_;
};

}  // namespace

std::variant<StoredArticle, Rejection> read(RawArticle raw, const ReadingContext& context) {
  static const text::SourceTable& sources = text::SourceTable::built_in();
  static const text::AliasTable& aliases = text::AliasTable::built_in();
  ReadingContext complete = context;
  if (!complete.sources) complete.sources = &sources;
  if (!complete.aliases) complete.aliases = &aliases;
  return ArticleReader(std::move(raw), complete).run();
}

std::string reading_version() { return "reading 2"; }

}  // namespace dateline::indexer
