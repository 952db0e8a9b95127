#include "app/print/facts.hpp"

#include <cstdio>
#include <iterator>

namespace dateline::app {

std::string grouped_digits(std::uint64_t number) {
  std::string digits = std::to_string(number);
  for (std::size_t at = digits.size(); at > 3; at -= 3) digits.insert(at - 3, ",");
  return digits;
}

std::string counted(std::uint64_t number, std::string_view one, std::string_view many) {
  return grouped_digits(number) + " " + std::string(number == 1 ? one : many);
}

std::string size_in_words(std::uint64_t bytes) {
  constexpr const char* units[] = {"bytes", "kB", "MB", "GB", "TB"};
  if (bytes < 1000) return counted(bytes, "byte", "bytes");
  double number = static_cast<double>(bytes);
  std::size_t unit = 0;
  for (; number >= 999.95 && unit + 1 < std::size(units); ++unit) number /= 1000;
  return with_decimals(number, 1) + " " + units[unit];
}

std::string with_decimals(double number, int decimals) {
  char text[512];
  std::snprintf(text, sizeof text, "%.*f", decimals, number);
  return text;
}

}  // namespace dateline::app
