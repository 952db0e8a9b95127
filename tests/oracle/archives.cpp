#include "tests/oracle/archives.hpp"

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <map>
#include <random>
#include <sstream>
#include <stdexcept>

#include "dateline/indexer.hpp"
#include "tests/oracle/made_articles.hpp"

namespace dateline::oracle {
namespace {

namespace fs = std::filesystem;

constexpr std::size_t made = 318, batch = 106;

std::string content(const fs::path& file) {
  std::ifstream in(file, std::ios::binary);
  std::ostringstream out;
  out << in.rdbuf();
  return out.str();
}

const fs::path& corpus() {
  static const fs::path folder = fs::path(SOURCE_DIR) / "sample_corpus";
  return folder;
}

// Path below the corpus, sorted.
std::vector<std::string> corpus_files() {
  std::vector<std::string> files;
  for (const auto& entry : fs::recursive_directory_iterator(corpus())) {
    const std::string name = fs::relative(entry.path(), corpus()).generic_string();
    const std::string ending = entry.path().extension().string();
    const bool article = ending == ".txt" || ending == ".html" || (ending == ".jsonl" && name != "gold.jsonl");
    if (article) files.push_back(name);
  }
  std::sort(files.begin(), files.end());
  return files;
}

IndexOptions options() {
  IndexOptions options;
  options.threads = 2;
  options.aliases = corpus() / "aliases.tsv";
  options.source_table = corpus() / "sources.tsv";
  return options;
}

void add_file(Indexer& indexer, const std::string& name) {
  for (const ReportEntry& entry : indexer.add_raw(content(corpus() / name), name))
    if (entry.outcome == Outcome::rejected) throw std::runtime_error(entry.input + ": " + entry.reason);
}

// What is live in the end.
struct Kept {
  std::vector<std::string> files;
  std::map<std::string, Article> articles;  // by id
};

std::string number(std::size_t i) { return std::to_string(1000 + i).substr(1); }

class History {
 public:
  explicit History(Archives& archives) : archives_(archives) {}

  Kept write(const fs::path& folder) {
    kept_.files = corpus_files();
    {
      Indexer indexer = Indexer::open(folder, options());
      for (const std::string& file : kept_.files) add_file(indexer, file);
      indexer.commit();
      for (std::size_t i = 0; i < made; ++i) {
        add(indexer, i % 10 == 9 ? "" : "made-" + number(i));
        if (i % batch == batch - 1) indexer.commit();
      }
    }
    const Archive archive = Archive::open(folder);
    {
      Indexer indexer = Indexer::open(folder, options());
      for (std::size_t i = 0; i < 36; ++i) replace(indexer, archive, "made-" + number(random_() % made));
      indexer.commit();
      for (std::size_t i = 0; i < 12; ++i) remove(indexer, archive, "made-" + number(random_() % made));
      for (const char* file : {"en/ferry-flash.txt", "de/genf-auftakt.txt"}) remove_file(indexer, archive, file);
      indexer.commit();
      for (std::size_t i = 0; i < 10; ++i) add(indexer, "late-" + number(i));
      indexer.commit();
    }
    return std::move(kept_);
  }

 private:
  void add(Indexer& indexer, const std::string& id) {
    Article article = make_article(id, random_);
    const std::string shown = indexer.add(article);
    kept_.articles[shown] = std::move(article);
  }

  void replace(Indexer& indexer, const Archive& archive, const std::string& id) {
    if (!kept_.articles.count(id)) return;
    bury(archive, id);
    add(indexer, id);
  }

  void remove(Indexer& indexer, const Archive& archive, const std::string& id) {
    if (!kept_.articles.count(id) || !indexer.remove(id)) return;
    bury(archive, id);
    kept_.articles.erase(id);
  }

  void remove_file(Indexer& indexer, const Archive& archive, const std::string& file) {
    std::string id;
    archive.for_each([&](const Article& article) {
      if (article.path == file) id = article.id;
      return id.empty();
    });
    bury(archive, id);
    if (!indexer.remove(id)) throw std::logic_error("there is no " + file);
    kept_.files.erase(std::find(kept_.files.begin(), kept_.files.end(), file));
  }

  void bury(const Archive& archive, const std::string& id) {
    if (const auto article = archive.show(id)) archives_.gone.push_back(*article);
  }

  Archives& archives_;
  Kept kept_;
  std::mt19937 random_{20'240'617};
};

void write_at_once(const fs::path& folder, const Kept& kept) {
  Indexer indexer = Indexer::open(folder, options());
  for (const std::string& file : kept.files) add_file(indexer, file);
  for (const auto& [id, article] : kept.articles) indexer.add(article);
  indexer.commit();
}

}  // namespace

const Archives& archives() {
  static const std::unique_ptr<Archives> made_once = [] {
    auto archives = std::make_unique<Archives>();
    archives->aliases = content(corpus() / "aliases.tsv");
    archives->sources = content(corpus() / "sources.tsv");
    const Kept kept = History(*archives).write(archives->folder / "old");
    write_at_once(archives->folder / "fresh", kept);
    archives->old = std::make_unique<Archive>(Archive::open(archives->folder / "old"));
    archives->fresh = std::make_unique<Archive>(Archive::open(archives->folder / "fresh"));
    return archives;
  }();
  return *made_once;
}

}  // namespace dateline::oracle
