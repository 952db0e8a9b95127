// Facts as words for people; those that programs are told, too, come from json/.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "json/facts.hpp"

namespace dateline::app {

using json::counts_with_unknown;
using json::joined;
using json::name_of;
using json::to_string;

std::string grouped_digits(std::uint64_t number);  // "12,340"
std::string counted(std::uint64_t number, std::string_view one,
                    std::string_view many);              // "1 article", "12,340 articles"
std::string size_in_words(std::uint64_t bytes);          // "12.3 MB"
std::string with_decimals(double number, int decimals);  // "0.8"

}  // namespace dateline::app
