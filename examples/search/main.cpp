// The shortest useful program: open an archive, search it, print the titles.
#include <dateline/dateline.hpp>

#include <iostream>

int main(int argc, char** argv) try {
  if (argc != 3) return std::cerr << "usage: search ARCHIVE QUERY\n", 2;
  const auto archive = dateline::Archive::open(argv[1]);
  for (const dateline::Hit& hit : archive.search({.query = argv[2]}).hits)
    std::cout << hit.id << '\t' << hit.title.value_or("(no title)") << '\n';
  return 0;
} catch (const dateline::Error& error) {
  return std::cerr << error.what() << ". " << error.remedy() << '\n', 1;
}
