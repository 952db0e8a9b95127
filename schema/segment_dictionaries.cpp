#include "schema/segment_dictionaries.hpp"

#include <zstd.h>

#include <system_error>
#include <utility>

#include "dateline/error.hpp"
#include "schema/dictionary_training.hpp"
#include "schema/files.hpp"
#include "schema/mapped_file.hpp"
#include "schema/record.hpp"

namespace dateline::schema {
namespace {

[[noreturn]] void damaged(const std::filesystem::path& file, const char* what) {
  throw Error(ErrorCode::archive_damaged, file.string() + " " + what + ", and articles cannot be read without it",
              "Run `dateline check --repair`: the file has a spare.");
}

}  // namespace

SegmentDictionaries::SegmentDictionaries(std::filesystem::path file) : file_(std::move(file)) {
  std::error_code error;
  if (std::filesystem::exists(file_, error)) file_bytes_ = std::make_unique<const MappedFile>(file_);
}

SegmentDictionaries::~SegmentDictionaries() = default;

void SegmentDictionaries::Free::operator()(ZSTD_DDict_s* dictionary) const { ZSTD_freeDDict(dictionary); }

void SegmentDictionaries::expect() const {
  if (!file_bytes_) damaged(file_, "is missing");
}

const ZSTD_DDict_s* SegmentDictionaries::find(std::uint32_t number) const {
  std::call_once(once_, [&] { read(); });
  if (number >= all_.size()) return nullptr;
  One& one = all_[number];
  std::call_once(one.once, [&] {
    if (!one.content.empty()) one.ready.reset(ZSTD_createDDict(one.content.data(), one.content.size()));
  });
  return one.ready.get();
}

void SegmentDictionaries::read() const {
  expect();
  const auto payload = unseal(dictionaries_kind, file_bytes_->bytes());
  const auto contents = payload ? unpack(*payload) : std::nullopt;
  if (!contents) damaged(file_, "is damaged");
  all_.resize(contents->size());
  for (std::size_t i = 0; i < contents->size(); ++i) all_[i].content = (*contents)[i];
}

}  // namespace dateline::schema
