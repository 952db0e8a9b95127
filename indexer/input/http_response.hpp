// What a server sent: the page in it, without what was done to it for the journey.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace dateline::indexer {

struct HttpResponse {
  int status = 0;
  std::string type;     // "text/html"; "" not said
  std::string charset;  // "" not said
  std::string body;
  std::string unreadable;  // why there is no body although there should be one
};

// Empty when the bytes are no response. The body becomes no longer than `longest`.
std::optional<HttpResponse> parse_response(std::string_view bytes, std::size_t longest);

}  // namespace dateline::indexer
