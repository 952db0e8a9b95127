// How well web pages are read: body by overlapping runs of four words, as article-extraction-benchmark scores it, title
// and date by equality.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "dateline/article.hpp"

namespace dateline::tests {

struct PageGold {
  std::optional<std::string> title, date;  // null: the page does not say; a date as YYYY-MM-DD
  std::string body;
};

// What was read of a page, in the same terms.
using PageAnswer = PageGold;
PageAnswer answer_of(const Article& article);

// File name -> gold, from a JSON object.
std::map<std::string, PageGold> load_page_gold(const std::string& file);

struct Overlap {
  double precision = 1, recall = 1;
  double f1() const { return precision + recall > 0 ? 2 * precision * recall / (precision + recall) : 0; }
};

// Runs of four words as multisets; of shorter texts one run of all.
Overlap overlap_of(std::string_view gold, std::string_view read);

// Letters and digits agree, whatever case and marks.
bool is_same_title(const std::optional<std::string>& gold, const std::optional<std::string>& read);

class PageScore {
 public:
  // Returns what of the page was missed, empty when nothing.
  std::string add(const std::string& file, const PageGold& gold, const PageAnswer& read);

  std::size_t pages() const { return pages_; }
  Overlap body() const;  // precision and recall averaged over pages, so that long ones count no more
  double titles() const { return share(titles_); }
  double dates() const { return share(dates_); }

 private:
  double share(std::size_t right) const {
    return pages_ ? static_cast<double>(right) / static_cast<double>(pages_) : 0;
  }
  std::size_t pages_ = 0, titles_ = 0, dates_ = 0;
  double precision_ = 0, recall_ = 0;
};

}  // namespace dateline::tests
