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

// A posting of a document. Small: sorting them is mostly waiting for memory.
struct Entry {
  std::uint32_t document = 0;  // in the batch
  std::uint32_t count = 0;
  std::uint32_t positions_begin = 0, positions = 0;  // in the document's
};

// The entries of the batch by the number of their term, documents rising: a counting sort.
struct Inverted {
  std::vector<std::uint32_t> begin;  // of each term in `entries`, and the end of the last
  std::vector<Entry> entries;
};

Inverted invert(const DocumentBatch& batch) {
  Inverted inverted;
  std::vector<std::uint32_t>& begin = inverted.begin;
  begin.assign(batch.terms().size() + 1, 0);
  for (const auto& document : batch.documents())
    for (const NumberedPosting& posting : document.postings) ++begin[posting.term + 1];
  for (std::size_t i = 1; i < begin.size(); ++i) begin[i] += begin[i - 1];
  inverted.entries.resize(begin.back());
  std::vector<std::uint32_t> next(begin.begin(), begin.end() - 1);
  for (std::uint32_t i = 0; i < batch.documents().size(); ++i) {
    std::uint32_t position = 0;
    for (const NumberedPosting& posting : batch.documents()[i].postings) {
      inverted.entries[next[posting.term]++] = {i, posting.wdf, position, posting.positions};
      position += posting.positions;
    }
  }
  return inverted;
}

void append_head(const PostingsHead& head, std::string& bytes) {
  for (const std::uint32_t number : {head.frequency, head.occurrences, head.first, head.last})
    append_number(number, bytes);
}

void add_postings(std::string_view term, const Entry* begin, const Entry* end, std::uint32_t first,
                  std::string& content, Records& to) {
  PostingsHead head{static_cast<std::uint32_t>(end - begin), 0, first + begin->document, first + end[-1].document};
  for (const Entry* entry = begin; entry != end; ++entry) head.occurrences += entry->count;
  content.clear();
  append_head(head, content);
  for (const Entry* entry = begin; entry != end; ++entry) {
    NumberBytes<2> numbers;
    if (entry != begin) numbers.add(entry->document - entry[-1].document - 1);
    numbers.add(entry->count);
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

void add_positions(std::string_view term, const Entry* begin, const Entry* end, std::uint32_t first,
                   const std::vector<BatchDocument>& documents, DocumentBytes& lists, Records& to) {
  std::string code;
  lists.clear();
  for (const Entry* entry = begin; entry != end; ++entry) {
    if (entry->positions == 0) continue;
    code.clear();
    encode_positions(std::span(documents[entry->document].positions).subspan(entry->positions_begin, entry->positions),
                     code);
    lists.add(first + entry->document, code);
  }
  if (!lists.empty()) to.add(term, lists.content());
}

void add_terms(std::uint32_t first, const DocumentBatch& batch, Records& postings, Records& positions) {
  const Inverted inverted = invert(batch);
  std::string content;
  DocumentBytes lists;
  for (const std::uint32_t number : batch.terms().sorted()) {
    const std::string_view term = batch.terms()[number];
    const Entry* begin = inverted.entries.data() + inverted.begin[number];
    const Entry* end = inverted.entries.data() + inverted.begin[number + 1];
    if (begin == end) continue;  // no document has it: the stem of a form alone
    add_postings(term, begin, end, first, content, postings);
    add_positions(term, begin, end, first, batch.documents(), lists, positions);
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
