// Finds names of public figures, written in other languages, among English ones: recall, precision, by language.
//
//   bench_names FIGURES.tsv [DISTRACTORS]... [--threshold=0.80 | --sure] [--errors]
//
// FIGURES: id, gender, then a column a language, whose head names it ("# columns: id gender en de ..."); spellings are
// divided by |. DISTRACTORS: files, or folders of files, of English names, one a line, or of names of other languages
// called LANG.txt, which must find nobody.
#include <algorithm>
#include <chrono>
#include <cstdio>
#include <filesystem>
#include <fstream>
#include <map>
#include <sstream>
#include <string>
#include <vector>

#include "text/names/name_gallery.hpp"
#include "text/names/name_likeness.hpp"
#include "text/names/name_sound.hpp"

using namespace dateline::text;

namespace {

struct Form {
  std::string language, id, written;
};

struct Entry {
  std::string id, written;
};

struct Gallery {
  std::vector<Entry> entries;
  NameGallery sounds;
  std::size_t compared = 0;
};

std::vector<std::string> split(const std::string& line, char at) {
  std::vector<std::string> fields;
  std::stringstream stream(line);
  for (std::string field; std::getline(stream, field, at);) fields.push_back(field);
  return fields;
}

std::vector<Form> read_figures(const std::string& file) {
  std::vector<Form> forms;
  std::vector<std::string> languages;
  std::ifstream in(file);
  for (std::string line; std::getline(in, line);) {
    std::vector<std::string> fields = split(line, '\t');
    if (line.rfind("# columns:", 0) == 0) {
      for (std::size_t i = 2; i < fields.size(); ++i) languages.push_back(fields[i].substr(0, fields[i].find(' ')));
      continue;
    }
    for (std::size_t i = 2; i < fields.size() && line[0] != '#'; ++i)
      for (const std::string& written : split(fields[i], '|'))
        forms.push_back({languages.at(i - 2), fields[0], written});
  }
  return forms;
}

std::vector<Form> read_names(const std::filesystem::path& file) {
  std::vector<Form> forms;
  const std::string stem = file.stem().string();
  std::ifstream in(file);
  for (std::string line; std::getline(in, line);)
    if (!line.empty()) forms.push_back({stem.size() == 2 ? stem : "en", "", line});
  return forms;
}

struct Found {
  const Entry* best = nullptr;
  NameLikeness like;
  double score = 0, next = 0;  // of the best, and of the best of another id
};

Found find(const NameSound& asked, Gallery& gallery, const std::string& left_out = "-") {
  std::map<std::string, std::pair<NameLikeness, const Entry*>> by_id;
  for (const std::uint32_t number : gallery.sounds.near(asked)) {
    const Entry& entry = gallery.entries[number];
    if (entry.id == left_out) continue;
    ++gallery.compared;
    const NameLikeness like = likeness(asked, gallery.sounds[number]);
    if (!like.possible) continue;
    auto& best = by_id[entry.id];
    if (like.score > best.first.score) best = {like, &entry};
  }
  Found found;
  for (const auto& [id, best] : by_id) {
    if (best.first.score > found.score) {
      found.next = found.score;
      found.like = best.first;
      found.score = best.first.score;
      found.best = best.second;
    } else {
      found.next = std::max(found.next, best.first.score);
    }
  }
  return found;
}

struct Tally {
  std::size_t asked = 0, right = 0, wrong = 0;
};

}  // namespace

int main(int argc, char** argv) {
  double threshold = same_name;
  bool errors = false, sure = false;
  std::vector<std::filesystem::path> files;
  std::string figures;
  for (int i = 1; i < argc; ++i) {
    const std::string argument = argv[i];
    if (argument.rfind("--threshold=", 0) == 0) {
      threshold = std::stod(argument.substr(12));
    } else if (argument == "--sure") {
      sure = true;
    } else if (argument == "--errors") {
      errors = true;
    } else if (figures.empty()) {
      figures = argument;
    } else if (std::filesystem::is_directory(argument)) {
      for (const auto& file : std::filesystem::directory_iterator(argument)) files.push_back(file.path());
    } else {
      files.emplace_back(argument);
    }
  }
  if (figures.empty()) {
    std::fprintf(stderr, "usage: bench_names FIGURES.tsv [DISTRACTORS]... [--threshold=0.80 | --sure] [--errors]\n");
    return 2;
  }
  std::vector<Form> forms = read_figures(figures), asked;
  for (const auto& file : files)
    for (Form& form : read_names(file)) forms.push_back(std::move(form));
  Gallery gallery;
  for (const Form& form : forms) {
    if (form.language == "en") {
      gallery.entries.push_back({form.id.empty() ? form.written : form.id, form.written});
      gallery.sounds.add(sound_of(form.written, "en"));
    } else
      asked.push_back(form);
  }
  gallery.sounds.ready();
  const auto accepts = [&](const Found& found) {
    if (!found.best || found.score - found.next < name_margin) return false;
    return sure ? is_surely_one_name(found.like) : found.score >= threshold;
  };
  std::map<std::string, Tally> tallies;
  Tally all, others, left_out;
  const auto started = std::chrono::steady_clock::now();
  for (const Form& form : asked) {
    const NameSound sound = sound_of(form.written, form.language);
    const Found found = find(sound, gallery);
    if (!form.id.empty()) {
      const Found other = find(sound, gallery, form.id);
      const bool taken = accepts(other);
      ++left_out.asked;
      left_out.wrong += taken;
      if (errors && taken)
        std::printf("%s LEFT OUT %s: %s %.3f\n", form.language.c_str(), form.written.c_str(),
                    other.best->written.c_str(), other.score);
    }
    Tally& tally = form.id.empty() ? others : tallies[form.language];
    const bool accepted = accepts(found);
    const bool right = accepted && found.best->id == form.id;
    ++tally.asked;
    tally.right += right;
    tally.wrong += accepted && !right;
    if (errors && !right && !form.id.empty()) {
      const Entry* meant = nullptr;
      NameLikeness like;
      const NameSound* meant_sound = nullptr;
      for (std::uint32_t number = 0; number < gallery.sounds.size(); ++number) {
        const Entry& entry = gallery.entries[number];
        if (entry.id != form.id) continue;
        const NameLikeness one = likeness(sound, gallery.sounds[number]);
        if (meant && one.score <= like.score) continue;
        meant = &entry;
        meant_sound = &gallery.sounds[number];
        like = one;
      }
      std::string sounds, meant_sounds;
      for (const auto& part : sound.parts) sounds += part.sounds + " ";
      for (const auto& part : meant_sound->parts) meant_sounds += part.sounds + " ";
      std::printf("%s %s %s(%s)  meant %s(%s) %.3f family %.2f given %.2f; best %s %.3f next %.3f\n",
                  form.language.c_str(), accepted ? "WRONG" : "missed", form.written.c_str(), sounds.c_str(),
                  meant->written.c_str(), meant_sounds.c_str(), like.score, like.family, like.given,
                  found.best ? found.best->written.c_str() : "-", found.score, found.next);
    }
    if (errors && accepted && form.id.empty())
      std::printf("%s WRONG %s: %s %.3f\n", form.language.c_str(), form.written.c_str(), found.best->written.c_str(),
                  found.score);
  }
  const double seconds = std::chrono::duration<double>(std::chrono::steady_clock::now() - started).count();
  for (const auto& [language, tally] : tallies) {
    std::printf("%s %5.1f  (%zu of %zu, %zu wrong)\n", language.c_str(),
                100. * static_cast<double>(tally.right) / static_cast<double>(tally.asked), tally.right, tally.asked,
                tally.wrong);
    all.asked += tally.asked;
    all.right += tally.right;
    all.wrong += tally.wrong;
  }
  const auto share = [](std::size_t part, std::size_t whole) {
    return whole == 0 ? 0. : 100. * static_cast<double>(part) / static_cast<double>(whole);
  };
  std::printf("recall %.1f precision %.1f; with %zu names that are nobody's: %zu wrong, precision %.1f\n",
              share(all.right, all.asked), share(all.right, all.right + all.wrong), others.asked, others.wrong,
              share(all.right, all.right + all.wrong + others.wrong));
  std::printf("with the right one left out: %zu of %zu taken for another\n", left_out.wrong, left_out.asked);
  std::printf("%u names; %.1f of them compared a question, %.1f us a question\n", gallery.sounds.size(),
              static_cast<double>(gallery.compared) / static_cast<double>(2 * asked.size()),
              1e6 * seconds / static_cast<double>(2 * asked.size()));
}
