#include "schema/copy_groups.hpp"

#include <vector>

#include "tests/support/catch.hpp"

using namespace dateline::schema;

namespace {

CopyLists lists_of(const std::vector<std::vector<ArticlePlace>>& groups) {
  CopyLists lists;
  for (const auto& group : groups) lists.add(group);
  return lists;
}

}  // namespace

TEST_CASE("groups are asked by article and by number") {
  const CopyGroups groups(lists_of({{{1, 4}, {0, 2}}, {{1, 0}, {1, 1}, {1, 2}}}), {3, 5, 7});
  CHECK(groups.size() == 2);
  CHECK(groups.group_of(0, 2) == 0);
  CHECK(groups.group_of(0, 1) == CopyGroups::no_group);
  CHECK(groups.group_of(1, 4) == 0);
  CHECK(groups.group_of(1, 1) == 1);
  CHECK(groups.group_of(2, 6) == CopyGroups::no_group);
  CHECK(groups.grouped(2) == nullptr);
  REQUIRE(groups.grouped(1));
  CHECK(groups.grouped(1)->count() == 4);
  CHECK(groups.members(0).front() == ArticlePlace{1, 4});
  CHECK(groups.members(1).size() == 3);
  CHECK(CopyGroups().size() == 0);
  CHECK(CopyGroups().group_of(0, 0) == CopyGroups::no_group);
}

TEST_CASE("an article's group is found over many words of bits") {
  std::vector<std::vector<ArticlePlace>> groups;
  for (std::uint32_t i = 0; i + 7 < 1000; i += 7) groups.push_back({{0, i + 3}, {0, i}});
  const CopyGroups found(lists_of(groups), {1000});
  for (std::uint32_t article = 0; article < 1000; ++article) {
    const bool is_in = (article % 7 == 0 || article % 7 == 3) && article / 7 < groups.size();
    if (found.group_of(0, article) != (is_in ? article / 7 : CopyGroups::no_group)) FAIL(article);
  }
}

TEST_CASE("groups come back for the segments that they name, and damage shows") {
  const CopyLists groups = lists_of({{{2, 4}, {0, 2}}, {{2, 0}, {2, 1}, {2, 2}}});
  const std::vector<NamedSegment> written{{"seg-000001", 3}, {"seg-000002", 9}, {"seg-000003", 5}};
  const std::string bytes = encode(groups, written);
  const std::vector<NamedSegment> read{{"seg-000003", 5}, {"seg-000004", 9}, {"seg-000001", 3}};
  const auto found = decode_copy_groups(bytes, read);
  REQUIRE(found);
  CHECK(found->size() == 2);
  CHECK(found->members(0).front() == ArticlePlace{0, 4});
  CHECK(found->members(0).back() == ArticlePlace{2, 2});
  CHECK(found->group_of(0, 2) == 1);
  CHECK_FALSE(decode_copy_groups(bytes, {{"seg-000003", 5}}));
  CHECK_FALSE(decode_copy_groups(bytes, {{"seg-000003", 4}, {"seg-000001", 3}}));
  for (std::size_t i = 0; i < bytes.size(); ++i) {
    std::string damaged = bytes;
    damaged[i] = static_cast<char>(damaged[i] ^ 1);
    if (decode_copy_groups(damaged, written)) FAIL(i);
  }
}
