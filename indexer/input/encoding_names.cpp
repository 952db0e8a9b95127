#include "indexer/input/encoding_names.hpp"

#include <unicode/ucnv.h>

#include <array>
#include <utility>

namespace dateline::indexer {
namespace {

// In lower case, without `-` and `_`. The second has all letters of the first, and more.
constexpr std::array<std::pair<std::string_view, std::string_view>, 36> supersets{{
    {"ascii", "windows-1252"},
    {"usascii", "windows-1252"},
    {"iso88591", "windows-1252"},
    {"latin1", "windows-1252"},
    {"l1", "windows-1252"},
    {"cp1252", "windows-1252"},
    {"iso88599", "windows-1254"},
    {"latin5", "windows-1254"},
    {"iso885911", "windows-874"},
    {"tis620", "windows-874"},
    {"iso88598i", "windows-1255"},
    {"iso88598", "windows-1255"},
    {"koi8r", "KOI8-U"},
    {"koi8", "KOI8-U"},
    {"koi", "KOI8-U"},
    {"cp1251", "windows-1251"},
    {"win1251", "windows-1251"},
    {"win", "windows-1251"},
    {"gb2312", "GB18030"},
    {"gbk", "GB18030"},
    {"xgbk", "GB18030"},
    {"cp936", "GB18030"},
    {"gb18030", "GB18030"},
    {"big5hkscs", "Big5-HKSCS"},
    {"euckr", "windows-949"},
    {"ksc56011987", "windows-949"},
    {"ksc5601", "windows-949"},
    {"uhc", "windows-949"},
    {"cp949", "windows-949"},
    {"shiftjis", "windows-31j"},
    {"sjis", "windows-31j"},
    {"xsjis", "windows-31j"},
    {"ms932", "windows-31j"},
    {"eucjp", "EUC-JP"},
    {"utf8", ""},
    {"unicode11utf8", ""},
}};

std::string folded(std::string_view name) {
  std::string letters;
  for (const char c : name)
    if (c >= 'A' && c <= 'Z')
      letters += static_cast<char>(c + ('a' - 'A'));
    else if (c != '-' && c != '_' && c != ' ')
      letters += c;
  return letters;
}

bool is_known(const std::string& name) {
  UErrorCode status = U_ZERO_ERROR;
  UConverter* converter = ucnv_open(name.c_str(), &status);
  ucnv_close(converter);
  return U_SUCCESS(status);
}

}  // namespace

std::string meant_encoding(std::string_view name) {
  if (name.empty() || name.size() > 40) return {};
  const std::string letters = folded(name);
  for (const auto& [one, superset] : supersets)
    if (letters == one) return std::string(superset);
  std::string as_named(name);
  // What is wider than a byte was seen by its shape before anybody asks for a name.
  const bool is_wide = letters.starts_with("utf") || letters.starts_with("ucs") || letters.starts_with("iso10646");
  return !is_wide && is_known(as_named) ? as_named : std::string();
}

bool is_latin(std::string_view encoding) {
  for (const std::string_view latin : {"windows-1252", "windows-1250", "windows-1254", "windows-1257"})
    if (encoding == latin) return true;
  const std::string letters = folded(encoding);
  for (const std::string_view part :
       {"iso88592", "iso88593", "iso88594", "iso885910", "iso885913", "iso885914", "iso885915", "iso885916", "mac",
        "ibm850", "ibm852", "ibm437", "maccentraleurope"})
    if (letters == part) return true;
  return false;
}

}  // namespace dateline::indexer
