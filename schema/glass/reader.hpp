// The postings and positions of a segment's database, read from its mapped pages (docs/GLASS.md).
#pragma once

#include <cstdint>
#include <filesystem>
#include <functional>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "schema/glass/position_list.hpp"
#include "schema/glass/table.hpp"
#include "schema/glass/version_file.hpp"

namespace dateline::schema::glass {

// Articles that have a term, by ordinal (Xapian's document less 1), rising.
struct PostingList {
  std::vector<std::uint32_t> articles;
  std::vector<std::uint32_t> counts;  // parallel: how often
};

class Reader {
 public:
  // Null when the database is of another format than the one that is known here: then Xapian reads it.
  // Throws dateline::Error(archive_damaged) when it is of that format and broken.
  static std::shared_ptr<const Reader> open(const std::filesystem::path& database);

  Reader(const std::filesystem::path& database, const Roots& roots);

  // In how many documents the term is.
  std::uint32_t frequency(std::string_view term) const;
  // Of the articles with an ordinal below `articles`: a damaged list may claim others.
  PostingList postings(std::string_view term, std::uint32_t articles) const;

  // The lists of many terms, cheapest when the terms rise. One thread.
  class Lists {
   public:
    explicit Lists(const Reader& reader) : cursor_(reader.postings_) {}
    // Into room that is used again.
    void read(std::string_view term, std::uint32_t articles, PostingList& list);

   private:
    Table::Cursor cursor_;
  };

  // Terms that begin so, rising, with the number of documents; until `each` returns false.
  void for_each_term(std::string_view beginning,
                     const std::function<bool(const std::string& term, std::uint32_t frequency)>& each) const;

  // Of every list: the beginning of its term, as many bytes of it as have no zero byte, and the bytes that its postings
  // take, or its positions in one article. Reads every page.
  using EachSize = std::function<void(std::string_view beginning, std::uint64_t bytes)>;
  void for_each_posting_size(const EachSize& each) const { for_each_size(postings_, each); }
  void for_each_position_size(const EachSize& each) const { for_each_size(positions_, each); }

  // Of every document: the sum of its terms' counts.
  std::vector<std::uint32_t> lengths(std::uint32_t articles) const;

  // The data of a document. False when there is none, or when only Xapian can read it.
  bool document(std::uint32_t article, std::string& data) const;

  // Positions of a term in one article after the other, cheapest when their ordinals rise. One thread.
  class Positions {
   public:
    Positions(const Reader& reader, std::string_view term);
    // Appends them, rising; those behind `needed` may be left out. `ahead`: how many articles further on in the term's
    // list, where that is known.
    void of(std::uint32_t article, std::size_t ahead, std::vector<std::uint32_t>& positions,
            std::uint32_t needed = last_position);

   private:
    Table::Cursor cursor_;
    std::string key_;
    std::size_t term_bytes_;
  };

 private:
  static void for_each_size(const Table& table, const EachSize& each);
  Table postings_, positions_, documents_;
};

}  // namespace dateline::schema::glass
