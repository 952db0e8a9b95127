#include "dateline/error.hpp"

#include <utility>

#include "dateline/version.hpp"

namespace dateline {

Error::Error(ErrorCode code, const std::string& what, std::string remedy)
    : std::runtime_error(what), code_(code), remedy_(std::move(remedy)) {}

Error::~Error() = default;

const char* version() noexcept { return DATELINE_VERSION; }

}  // namespace dateline
