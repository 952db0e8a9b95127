// How mail carries what is not ASCII: base64, quoted-printable, and words of headers (RFC 2045, 2047).
#pragma once

#include <string>
#include <string_view>

namespace dateline::indexer {

std::string from_base64(std::string_view text);            // other characters are passed over
std::string from_quoted_printable(std::string_view text);  // what is no escape stays as it is

// A header's value in UTF-8: "=?UTF-8?Q?caf=C3=A9?=", or bytes in any encoding.
std::string header_text(std::string_view value);

}  // namespace dateline::indexer
