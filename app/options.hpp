// What a command can be told: each option is declared once here, and parsing, --help, shell completion and the
// suggestions after a typing error all follow from that declaration.
#pragma once

#include <cstdint>
#include <functional>
#include <initializer_list>
#include <optional>
#include <stdexcept>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "app/format.hpp"

namespace dateline::app {

// The command line cannot be understood: `what` names the culprit, `remedy` may be empty.
class UsageError : public std::runtime_error {
 public:
  explicit UsageError(const std::string& what, std::string remedy = {})
      : std::runtime_error(what), remedy_(std::move(remedy)) {}
  const std::string& remedy() const noexcept { return remedy_; }

 private:
  std::string remedy_;
};

// What a shell may offer as the value.
enum class Completes : std::uint8_t { nothing, files, directories };

struct Option {
  std::string names;        // "-n,--limit"
  std::string placeholder;  // of the value; empty: a flag
  std::string help;
  std::vector<std::string> choices;  // the only values there are; empty: any
  Completes completes = Completes::nothing;
  bool everywhere = false;  // taken by every command, and before it
  // Takes a value ("" for a flag), in the order of the command line. Throws UsageError.
  std::function<void(const std::string&)> take;

  std::string long_name() const;   // "--limit"
  std::string short_name() const;  // "-n", or empty
};

struct Positionals {
  std::string placeholder;  // "QUERY"; empty: the command takes none
  std::size_t least = 0;
  std::size_t most = 0;
  std::vector<std::string> choices;
  Completes completes = Completes::nothing;
  std::vector<std::string>* target = nullptr;
};

// The reference that a declaration returns is good until the next one.
class OptionSet {
 public:
  Option& flag(std::string names, bool& target, std::string help, bool value = true);
  Option& value(std::string names, std::string& target, std::string placeholder, std::string help);
  Option& value(std::string names, std::optional<std::string>& target, std::string placeholder, std::string help);
  Option& number(std::string names, std::size_t& target, std::string help);
  Option& number(std::string names, std::optional<std::size_t>& target, std::string help);
  Option& number(std::string names, unsigned& target, std::string help);
  Option& size(std::string names, std::uint64_t& target, std::string help);  // "512M"
  Option& date(std::string names, std::optional<std::string>& target,
               std::string help);  // "2024", "2024-04", "2024-04-11"
  // May be given several times.
  Option& list(std::string names, std::vector<std::string>& target, std::string placeholder, std::string help);

  template <class Value>
  using Choices = std::vector<std::pair<std::string, Value>>;

  // One of the named values.
  template <class Target, class Value>
  Option& choice(std::string names, Target& target, const Choices<Value>& choices, std::string help) {
    return choose(std::move(names), names_of(choices), std::move(help),
                  [&target, choices](std::size_t at) { target = choices[at].second; });
  }

  // Several of the named values, divided by commas or given one by one.
  template <class Value>
  Option& choices(std::string names, std::vector<Value>& target, const std::string& placeholder,
                  const Choices<Value>& choices, std::string help) {
    return choose_several(std::move(names), placeholder, names_of(choices), std::move(help),
                          [&target, choices](std::size_t at) { target.push_back(choices[at].second); });
  }

  // At least `least` and at most `most` words that are no options.
  void positionals(std::string placeholder, std::vector<std::string>& target, std::size_t least, std::size_t most,
                   Completes completes = Completes::nothing);
  void positional_choices(std::vector<std::string> choices) { positionals_.choices = std::move(choices); }

  // How results can be printed, the default first. Without it the command prints no results in a format.
  void formats(std::vector<Format> formats) { formats_ = std::move(formats); }

  Option& add(Option option);

  // Forgets where values go: what is left is a description, which may outlive the targets.
  void detach();

  const std::vector<Option>& options() const { return options_; }
  const Positionals& positionals() const { return positionals_; }
  const std::vector<Format>& formats() const { return formats_; }

 private:
  template <class Value>
  static std::vector<std::string> names_of(const Choices<Value>& choices) {
    std::vector<std::string> names;
    for (const auto& choice : choices) names.push_back(choice.first);
    return names;
  }
  // Takes a value; the second string is the option's name, for messages.
  using Take = std::function<void(const std::string&, const std::string&)>;
  Option& declare(std::string names, std::string placeholder, std::string help, Take take);
  Option& choose(std::string names, std::vector<std::string> choices, std::string help,
                 std::function<void(std::size_t)> chosen);
  Option& choose_several(std::string names, const std::string& placeholder, std::vector<std::string> choices,
                         std::string help, std::function<void(std::size_t)> chosen);

  std::vector<Option> options_;
  Positionals positionals_;
  std::vector<Format> formats_;
};

}  // namespace dateline::app
