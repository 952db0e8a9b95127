#include "schema/glass/run.hpp"

#include <algorithm>
#include <span>
#include <utility>

#include "schema/append_file.hpp"
#include "schema/glass/position_list.hpp"

namespace dateline::schema::glass {
namespace {

void append_bytes(std::string_view bytes, std::string& to) {
  append_number(bytes.size(), to);
  to += bytes;
}

// Records of one section, in memory until it is written.
class Records {
 public:
  void add(std::string_view key, std::string_view content) {
    append_bytes(key, bytes_);
    append_bytes(content, bytes_);
  }
  const std::string& bytes() const { return bytes_; }

 private:
  std::string bytes_;
};

// A posting of a document.
struct Entry {
  std::uint32_t document = 0;  // in the batch
  std::uint32_t count = 0;
  std::uint32_t positions = 0;  // how many
};

// All postings of a batch in the order of the terms' bytes, documents rising, and their positions in the same order:
// whoever writes them down goes straight through. A counting sort, because what sorting costs is waiting for memory,
// and nobody waits for what he writes.
struct Inverted {
  struct Term {
    std::uint32_t number = 0, entries = 0;
  };
  std::vector<Term> terms;
  std::vector<Entry> entries;
  std::vector<std::uint32_t> positions;
};

struct Place {
  std::uint32_t entry = 0, position = 0;
};

// Of each term by its number: how many postings and positions it has.
std::vector<Place> count(const DocumentBatch& batch) {
  std::vector<Place> counts(batch.terms().size());
  for (const auto& document : batch.documents())
    for (const NumberedPosting& posting : document.postings) {
      ++counts[posting.term].entry;
      counts[posting.term].position += posting.positions;
    }
  return counts;
}

Inverted invert(const DocumentBatch& batch) {
  Inverted inverted;
  std::vector<Place> next = count(batch);
  Place end;
  for (const std::uint32_t number : batch.terms().sorted()) {
    const Place counted = std::exchange(next[number], end);
    end.entry += counted.entry;
    end.position += counted.position;
    // else no document has it: the stem of a form alone
    if (counted.entry > 0) inverted.terms.push_back({number, counted.entry});
  }
  inverted.entries.resize(end.entry);
  inverted.positions.resize(end.position);
  for (std::uint32_t i = 0; i < batch.documents().size(); ++i) {
    const std::uint32_t* position = batch.documents()[i].positions.data();
    for (const NumberedPosting& posting : batch.documents()[i].postings) {
      Place& place = next[posting.term];
      inverted.entries[place.entry++] = {i, posting.wdf, posting.positions};
      std::copy_n(position, posting.positions, inverted.positions.data() + place.position);
      place.position += posting.positions;
      position += posting.positions;
    }
  }
  return inverted;
}

void append_head(const PostingsHead& head, std::string& bytes) {
  for (const std::uint32_t number : {head.frequency, head.occurrences, head.first, head.last})
    append_number(number, bytes);
}

void add_postings(std::string_view term, std::span<const Entry> entries, std::uint32_t first, std::string& content,
                  Records& to) {
  PostingsHead head{static_cast<std::uint32_t>(entries.size()), 0, first + entries.front().document,
                    first + entries.back().document};
  for (const Entry& entry : entries) head.occurrences += entry.count;
  content.clear();
  append_head(head, content);
  for (std::size_t i = 0; i < entries.size(); ++i) {
    NumberBytes<2> numbers;
    if (i > 0) numbers.add(entries[i].document - entries[i - 1].document - 1);
    numbers.add(entries[i].count);
    content += numbers.view();
  }
  to.add(term, content);
}

// A document's part of a record: its distance from the one before, and bytes.
class DocumentBytes {
 public:
  void add(std::uint32_t document, std::string_view bytes) {
    NumberBytes<2> numbers;
    numbers.add(document - std::exchange(last_, document));
    numbers.add(bytes.size());
    content_ += numbers.view();
    content_ += bytes;
  }
  bool empty() const { return content_.empty(); }
  const std::string& content() const { return content_; }
  void clear() {
    content_.clear();
    last_ = 0;
  }

 private:
  std::string content_;
  std::uint32_t last_ = 0;
};

// `positions`: of the first entry, of the second ...; returns those behind the last.
const std::uint32_t* add_positions(std::string_view term, std::span<const Entry> entries, std::uint32_t first,
                                   const std::uint32_t* positions, DocumentBytes& lists, Records& to) {
  std::string code;
  lists.clear();
  for (const Entry& entry : entries) {
    if (entry.positions == 0) continue;
    code.clear();
    encode_positions({positions, entry.positions}, code);
    lists.add(first + entry.document, code);
    positions += entry.positions;
  }
  if (!lists.empty()) to.add(term, lists.content());
  return positions;
}

void add_terms(std::uint32_t first, const DocumentBatch& batch, Records& postings, Records& positions) {
  const Inverted inverted = invert(batch);
  std::string content;
  DocumentBytes lists;
  const Entry* entry = inverted.entries.data();
  const std::uint32_t* position = inverted.positions.data();
  for (const Inverted::Term& term : inverted.terms) {
    const std::string_view spelled = batch.terms()[term.number];
    const std::span<const Entry> entries(entry, term.entries);
    add_postings(spelled, entries, first, content, postings);
    position = add_positions(spelled, entries, first, position, lists, positions);
    entry += term.entries;
  }
}

void add_lengths(const std::vector<BatchDocument>& documents, Run& run) {
  for (const auto& document : documents) {
    std::uint32_t length = 0;
    for (const NumberedPosting& posting : document.postings) {
      length += posting.wdf;
      run.most_counts = std::max(run.most_counts, posting.wdf);
    }
    run.lengths.push_back(length);
  }
}

void add_values(const std::vector<BatchDocument>& documents, Run& run, Records& to) {
  std::map<std::string, DocumentBytes> slots;
  for (std::uint32_t i = 0; i < documents.size(); ++i)
    for (const auto& [slot, value] : documents[i].values) {
      if (value.empty()) continue;
      const auto number = static_cast<std::uint32_t>(slot);
      slots[values_order(number)].add(run.first + i, value);
      run.values[number].add(value);
    }
  for (const auto& [order, values] : slots) to.add(order, values.content());
}

void add_synonyms(const DocumentBatch& batch, Records& to) {
  const auto forms = batch.forms();
  std::string words;
  for (auto form = forms.begin(); form != forms.end();) {
    const std::string_view stem = form->first;
    words.clear();
    for (; form != forms.end() && form->first == stem; ++form) append_bytes(form->second, words);
    to.add(stem, words);
  }
}

}  // namespace

PostingsHead take_head(const Byte*& at, const Byte* end) {
  PostingsHead head;
  for (std::uint32_t* number : {&head.frequency, &head.occurrences, &head.first, &head.last})
    if (!read_number(at, end, *number)) break;
  return head;
}

Run write_run(const std::filesystem::path& file, std::uint32_t first, const DocumentBatch& batch) {
  Run run;
  run.file = file;
  run.first = first;
  Records sections[section_count];
  const auto section = [&](Section which) -> Records& { return sections[static_cast<std::size_t>(which)]; };
  add_terms(first, batch, section(Section::postings), section(Section::positions));
  add_lengths(batch.documents(), run);
  add_values(batch.documents(), run, section(Section::values));
  add_synonyms(batch, section(Section::synonyms));
  for (const auto& document : batch.documents()) section(Section::data).add({}, document.data);
  AppendFile output(file);
  for (std::size_t i = 0; i < section_count; ++i) {
    run.begin[i] = output.size();
    output.append(sections[i].bytes());
  }
  run.begin[section_count] = output.size();
  output.finish();
  return run;
}

}  // namespace dateline::schema::glass
