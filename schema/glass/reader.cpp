#include "schema/glass/reader.hpp"

#include <algorithm>

#include "dateline/error.hpp"
#include "schema/glass/position_list.hpp"

namespace dateline::schema::glass {
namespace {

[[noreturn]] void damaged(const char* what) {
  throw Error(ErrorCode::archive_damaged, std::string("the database of a segment is damaged: ") + what,
              "Run `dateline check`; `dateline reindex` or a backup restores the archive.");
}

const Byte* begin_of(std::string_view bytes) { return reinterpret_cast<const Byte*>(bytes.data()); }

std::string escaped(std::string_view term) {
  std::string key;
  key.reserve(term.size() + 8);
  append_escaped(term, key);
  return key;
}

// False for the key of a further chunk, and of what is no term: there a zero byte stands for itself.
bool term_of_first_chunk(std::string_view key, std::string& term) {
  term.clear();
  for (std::size_t i = 0; i < key.size(); ++i) {
    term += key[i];
    if (key[i] != '\0') continue;
    if (++i == key.size() || key[i] != '\xff') return false;
  }
  return !term.empty();
}

// Lists of so many documents may have so many chunks that they are not passed one by one.
constexpr std::uint32_t many_chunks = 64;

// A key behind those of the term's chunks: no document's number begins so, and no term goes on so.
std::string behind_chunks(std::string_view term) { return escaped(term) + std::string("\0\xf8", 2); }

// What the first chunk of a list says before its postings.
struct ListHead {
  std::uint32_t frequency = 0;
  std::uint32_t first_document = 0;
};

ListHead read_head(const Byte*& at, const Byte* end) {
  ListHead head;
  std::uint64_t occurrences = 0;
  std::uint32_t document_before = 0;
  if (!read_number(at, end, head.frequency) || !read_number(at, end, occurrences) ||
      !read_number(at, end, document_before))
    damaged("the head of a posting list");
  head.first_document = document_before + 1;
  return head;
}

// Calls each(document, count) for a chunk. Says whether it is the last of its list.
template <class Each>
bool for_each_in_chunk(const Byte* at, const Byte* end, std::uint32_t document, Each&& each) {
  std::uint32_t span = 0, count = 0;
  if (at == end) damaged("an empty chunk of postings");
  const bool last = *at++ == '1';
  if (!read_number(at, end, span) || !read_number(at, end, count)) damaged("the head of a chunk of postings");
  each(document, count);
  while (at != end) {
    std::uint32_t gap = 0;
    if (!read_number(at, end, gap) || !read_number(at, end, count)) damaged("a chunk of postings ends too early");
    document += gap + 1;
    each(document, count);
  }
  return last;
}

// The postings of the list whose first chunk has that key: `begin(frequency)`, then `each(document, count)`.
template <class Begin, class Each>
void for_each_posting(Table::Cursor& cursor, const std::string& key, Begin&& begin, Each&& each) {
  if (!cursor.find(key)) return;
  std::string_view tag = cursor.tag();
  const Byte* at = begin_of(tag);
  const Byte* end = at + tag.size();
  const ListHead head = read_head(at, end);
  begin(head.frequency);
  std::uint32_t document = head.first_document;
  while (!for_each_in_chunk(at, end, document, each)) {
    if (!cursor.next() || cursor.key().substr(0, key.size()) != key) damaged("a chunk of postings is missing");
    const Byte* number = begin_of(cursor.key()) + key.size();
    const Byte* key_end = begin_of(cursor.key()) + cursor.key().size();
    if (number != key_end && key.compare(0, lengths_key.size(), lengths_key) != 0)
      ++number;  // the zero byte that ends the term
    const auto first = read_sortable_number(number, key_end);
    if (!first || *first <= document) damaged("the key of a chunk of postings");
    document = *first;
    tag = cursor.tag();
    at = begin_of(tag);
    end = at + tag.size();
  }
}

}  // namespace

std::shared_ptr<const Reader> Reader::open(const std::filesystem::path& database) {
  const auto roots = read_version_file(database / "iamglass");
  if (!roots) return nullptr;
  return std::make_shared<const Reader>(database, *roots);
}

Reader::Reader(const std::filesystem::path& database, const Roots& roots)
    : postings_(database / "postlist.glass", roots.postings),
      positions_(database / "position.glass", roots.positions),
      documents_(database / "docdata.glass", roots.documents) {}

std::uint32_t Reader::frequency(std::string_view term) const {
  Table::Cursor cursor(postings_);
  if (term.empty() || !cursor.find(escaped(term))) return 0;
  const std::string_view tag = cursor.tag();
  const Byte* at = begin_of(tag);
  return read_head(at, at + tag.size()).frequency;
}

PostingList Reader::postings(std::string_view term, std::uint32_t articles) const {
  PostingList list;
  Lists(*this).read(term, articles, list);
  return list;
}

void Reader::Lists::read(std::string_view term, std::uint32_t articles, PostingList& list) {
  list.articles.clear();
  list.counts.clear();
  if (term.empty()) return;
  std::size_t found = 0, most = 0;
  std::uint32_t* ordinals = nullptr;
  std::uint32_t* counts = nullptr;
  const auto make_room = [&](std::uint32_t frequency) {
    most = std::min(frequency, articles);
    list.articles.resize(most);
    list.counts.resize(most);
    ordinals = list.articles.data();
    counts = list.counts.data();
  };
  for_each_posting(cursor_, escaped(term), make_room, [&](std::uint32_t document, std::uint32_t count) {
    if (document - 1 >= articles || found == most) return;
    ordinals[found] = document - 1;
    counts[found++] = count;
  });
  list.articles.resize(found);
  list.counts.resize(found);
}

void Reader::for_each_term(std::string_view beginning,
                           const std::function<bool(const std::string& term, std::uint32_t frequency)>& each) const {
  const std::string start = escaped(beginning);
  Table::Cursor cursor(postings_);
  std::string term;
  for (bool more = cursor.find_from(start); more && cursor.key().substr(0, start.size()) == start;) {
    if (!term_of_first_chunk(cursor.key(), term)) {
      more = cursor.next();
      continue;
    }
    const std::string_view tag = cursor.tag();
    const Byte* at = begin_of(tag);
    const std::uint32_t frequency = read_head(at, at + tag.size()).frequency;
    if (!each(term, frequency)) return;
    more = frequency < many_chunks ? cursor.next() : cursor.find_from(behind_chunks(term));
  }
}

void Reader::for_each_size(const Table& table, const EachSize& each) {
  Table::Cursor cursor(table);
  for (bool more = cursor.find_from({}); more; more = cursor.next()) {
    const std::string_view key = cursor.key();
    const std::uint64_t bytes = key.size() + cursor.tag().size();
    each(key.substr(0, key.find('\0')), bytes);
  }
}

std::vector<std::uint32_t> Reader::lengths(std::uint32_t articles) const {
  std::vector<std::uint32_t> lengths(articles);
  Table::Cursor cursor(postings_);
  for_each_posting(
      cursor, std::string(lengths_key), [](std::uint32_t) {},
      [&](std::uint32_t document, std::uint32_t length) {
        if (document - 1 < articles) lengths[document - 1] = length;
      });
  return lengths;
}

bool Reader::document(std::uint32_t article, std::string& data) const {
  Table::Cursor cursor(documents_);
  std::string key;
  append_sortable_number(article + 1, key);
  if (!cursor.find(key) || cursor.is_compressed()) return false;
  data = cursor.tag();
  return true;
}

Reader::Positions::Positions(const Reader& reader, std::string_view term)
    : cursor_(reader.positions_), key_(escaped(term) + '\0'), term_bytes_(key_.size()) {}

void Reader::Positions::of(std::uint32_t article, std::size_t ahead, std::vector<std::uint32_t>& positions,
                           std::uint32_t needed) {
  key_.resize(term_bytes_);
  append_sortable_number(article + 1, key_);
  if (cursor_.find_ahead(key_, ahead) && !decode_positions(cursor_.tag(), positions, needed))
    damaged("a list of positions");
}

}  // namespace dateline::schema::glass
