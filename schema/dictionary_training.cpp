#define ZDICT_STATIC_LINKING_ONLY  // for fastCover with parameters of our own
#include "schema/dictionary_training.hpp"

#include <zdict.h>
#include <zstd.h>

#include <algorithm>
#include <utility>

#include "dateline/error.hpp"
#include "schema/compression.hpp"
#include "schema/files.hpp"
#include "schema/record.hpp"

namespace dateline::schema {
namespace {

// Chosen by what they cost and save (bench/results/README.md). Readers need to know none of them.
constexpr std::size_t most_samples = 500;
constexpr std::size_t most_sample_bytes = 4000;  // of each: long articles have no more in common than short ones
constexpr std::size_t most_bytes = std::size_t{64} << 10;

ZDICT_fastCover_params_t parameters() {
  ZDICT_fastCover_params_t parameters{};
  parameters.k = 400;
  parameters.d = 8;
  parameters.f = 20;
  parameters.accel = 4;
  parameters.splitPoint = 1.0;  // all of them are learnt from: nothing is to be tried out on the others
  parameters.nbThreads = 1;
  parameters.zParams.compressionLevel = compression_level;
  return parameters;
}

struct Samples {
  std::string bytes;  // one after the other
  std::vector<std::size_t> sizes;
};

Samples choose(const std::vector<const StoredArticle*>& articles) {
  Samples samples;
  const std::size_t step = (articles.size() + most_samples - 1) / most_samples;
  for (std::size_t i = 0; i < articles.size(); i += step) {
    const std::string packed = bytes_to_compress(*articles[i]);
    samples.sizes.push_back(std::min(packed.size(), most_sample_bytes));
    samples.bytes.append(packed, 0, samples.sizes.back());
  }
  return samples;
}

}  // namespace

std::unique_ptr<const TrainedDictionary> TrainedDictionary::train(const std::vector<const StoredArticle*>& articles,
                                                                  std::uint32_t number) {
  if (articles.empty()) return nullptr;
  const Samples samples = choose(articles);
  std::string content(most_bytes, '\0');
  const std::size_t size =
      ZDICT_trainFromBuffer_fastCover(content.data(), content.size(), samples.bytes.data(), samples.sizes.data(),
                                      static_cast<unsigned>(samples.sizes.size()), parameters());
  if (ZDICT_isError(size)) return nullptr;  // too few of them, or too short
  content.resize(size);
  return std::make_unique<const TrainedDictionary>(std::move(content), number);
}

TrainedDictionary::TrainedDictionary(std::string content, std::uint32_t number)
    : content_(std::move(content)),
      number_(number),
      ready_(ZSTD_createCDict(content_.data(), content_.size(), compression_level)) {
  if (!ready_) throw Error(ErrorCode::io_failure, "there is no memory for a dictionary of articles");
}

TrainedDictionary::~TrainedDictionary() = default;

void TrainedDictionary::Free::operator()(ZSTD_CDict_s* dictionary) const { ZSTD_freeCDict(dictionary); }

void write_dictionaries(const std::vector<std::string>& contents, const std::filesystem::path& file) {
  write_unsynced(file, seal(dictionaries_kind, pack(contents)));
}

}  // namespace dateline::schema
