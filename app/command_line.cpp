#include "app/command_line.hpp"

#include <CLI/CLI.hpp>
#include <algorithm>
#include <cstdlib>
#include <map>

#include "app/nearest.hpp"

namespace dateline::app {
namespace {

const OptionSet::Choices<Format> all_formats = {{"text", Format::text},
                                                {"json", Format::json},
                                                {"jsonl", Format::jsonl},
                                                {"csv", Format::csv},
                                                {"trec", Format::trec}};

OptionSet::Choices<Format> choices_of(const std::vector<Format>& formats) {
  OptionSet::Choices<Format> choices;
  for (const Format format : formats) choices.emplace_back(std::string(name_of(format)), format);
  return choices;
}

std::string default_archive() {
  const char* named = std::getenv("DATELINE_ARCHIVE");
  return named && *named ? named : "./archive.dateline";
}

// The global options, and those about asking for help; `help` and `version` may belong to nobody but the parser.
struct Everywhere {
  GlobalOptions global;
  bool format_given = false;
  bool help = false;
  bool version = false;

  // Every command lists them as its own, so that they may stand before or after it and its help is complete.
  void declare(OptionSet& set, const OptionSet::Choices<Format>& formats) {
    OptionSet mine;
    mine.value("-a,--archive", global.archive, "DIR",
               "the archive (default: $DATELINE_ARCHIVE, else archive.dateline in this folder)")
        .completes = Completes::directories;
    if (!formats.empty()) declare_formats(mine, formats);
    mine.choice(
        "--color", global.color,
        OptionSet::Choices<Color>{{"auto", Color::automatic}, {"always", Color::always}, {"never", Color::never}},
        "colours; auto: on a terminal, unless NO_COLOR is set");
    mine.flag("--no-pager", global.pager, "print long text as it is, not through a pager", false);
    mine.flag("-q,--quiet", global.quiet, "no progress, notes and warnings");
    mine.flag("-v,--verbose", global.verbose, "say more");
    mine.value("--timezone", global.timezone, "ZONE",
               "where days begin, such as Europe/Berlin (default: the machine's)");
    mine.flag("-h,--help", help, "print this help");
    for (Option option : mine.options()) {
      option.everywhere = true;
      set.add(std::move(option));
    }
  }

 private:
  void declare_formats(OptionSet& set, const OptionSet::Choices<Format>& formats) {
    remember(set.choice("--format", global.format, formats, "how results are printed"));
    for (const auto& format : formats) {
      if (format.second != Format::json) continue;
      Option json;
      json.names = "--json";
      json.help = "short for --format json";
      json.take = [this](const std::string&) { global.format = Format::json; };
      remember(set.add(std::move(json)));
    }
  }

  void remember(Option& option) {
    option.take = [this, take = option.take](const std::string& value) {
      take(value);
      format_given = true;
    };
  }
};

std::vector<std::string> long_names(const OptionSet& set) {
  std::vector<std::string> names;
  for (const Option& option : set.options()) names.push_back(option.long_name());
  return names;
}

// A command (or the program itself) as CLI11 sees it. CLI11 only divides the arguments among the options: values go
// to `take` afterwards, in the order in which they were typed, so that of two contrary options the last one wins.
class Grammar {
 public:
  void fill(CLI::App& app, const OptionSet& set) {
    set_ = &set;
    app_ = &app;
    app.set_help_flag();
    app.allow_extras();
    for (const Option& option : set.options()) {
      CLI::Option* made = option.placeholder.empty() ? add_flag(option) : add_value(option);
      declared_[made] = &option;
    }
  }

  void take_values() const {
    std::map<const CLI::Option*, std::size_t> taken;
    for (const CLI::Option* typed : app_->parse_order()) {
      const auto declared = declared_.find(typed);
      if (declared == declared_.end()) continue;
      const std::string& value = typed->results().at(taken[typed]++);
      const Option& option = *declared->second;
      if (option.placeholder.empty() && value != "true") throw UsageError(option.long_name() + " takes no value");
      option.take(value);
    }
  }

  // Words that are no options. Whatever else starts with a dash is an option that there is not.
  std::vector<std::string> words() const {
    std::vector<std::string> words = app_->remaining();
    for (const std::string& word : words) {
      if (word.size() > 1 && word.front() == '-') refuse(word);
    }
    return words;
  }

 private:
  CLI::Option* add_flag(const Option& option) {
    return app_->add_flag_callback(option.names, [] {})->multi_option_policy(CLI::MultiOptionPolicy::TakeAll);
  }

  CLI::Option* add_value(const Option& option) {
    // One value each time; a list is the option given several times, so that it never swallows the words behind it.
    CLI::Option* made = app_->add_option(option.names, [](const CLI::results_t&) { return true; });
    return made->type_size(1)->expected(1)->allow_extra_args(false)->multi_option_policy(
        CLI::MultiOptionPolicy::TakeAll);
  }

  [[noreturn]] void refuse(const std::string& word) const {
    const std::string name = word.substr(0, word.find('='));
    std::string remedy = did_you_mean(name, long_names(*set_));
    if (remedy.empty() && set_->positionals().placeholder == "QUERY") {
      remedy = "To leave out a word, write the query in quotation marks ('strike -fleet') or behind --";
    }
    throw UsageError("there is no option " + name, remedy);
  }

  const OptionSet* set_ = nullptr;
  CLI::App* app_ = nullptr;
  std::map<const CLI::Option*, const Option*> declared_;
};

void take_words(const Positionals& positionals, std::vector<std::string> words, const std::string& command) {
  if (words.size() > positionals.most) {
    throw UsageError(command + " takes no \"" + words[positionals.most] + "\"");
  }
  if (words.size() < positionals.least) throw UsageError(command + " needs " + positionals.placeholder);
  for (const std::string& word : words) {
    const auto& choices = positionals.choices;
    if (choices.empty() || std::find(choices.begin(), choices.end(), word) != choices.end()) continue;
    std::string all;
    for (const std::string& choice : choices) all += (all.empty() ? "" : ", ") + choice;
    throw UsageError(positionals.placeholder + " cannot be \"" + word + "\"", "It is one of " + all);
  }
  if (positionals.target) *positionals.target = std::move(words);
}

void check_format(const Everywhere& everywhere, const OptionSet& set, const std::string& command) {
  const auto& formats = set.formats();
  if (!everywhere.format_given ||
      std::find(formats.begin(), formats.end(), everywhere.global.format) != formats.end()) {
    return;
  }
  std::string all;
  for (const Format format : formats) all += (all.empty() ? "" : ", ") + std::string(name_of(format));
  throw UsageError(command + " cannot print " + std::string(name_of(everywhere.global.format)),
                   all.empty() ? "It prints text only" : "It prints " + all);
}

// CLI11 would stop at "--" in a way that depends on where it stands; what follows is words and nothing else.
std::vector<std::string> cut_at_dashes(std::vector<std::string>& arguments) {
  const auto dashes = std::find(arguments.begin(), arguments.end(), "--");
  if (dashes == arguments.end()) return {};
  std::vector<std::string> behind(dashes + 1, arguments.end());
  arguments.erase(dashes, arguments.end());
  return behind;
}

void divide(CLI::App& app, std::vector<std::string> arguments) {
  std::reverse(arguments.begin(), arguments.end());
  try {
    app.parse(std::move(arguments));
  } catch (const CLI::ArgumentMismatch& error) {
    const std::string what = error.what();  // "--limit: 1 required TEXT missing"
    throw UsageError(what.substr(0, what.find(':')) + " needs a value");
  } catch (const CLI::ParseError& error) {
    throw UsageError(error.what());
  }
}

}  // namespace

Parsed parse(const std::vector<std::string>& arguments, std::span<const Command> commands) {
  if (arguments.empty()) return HelpWanted{"", true, false};
  std::vector<std::string> before = arguments;
  const bool help_command = !before.empty() && before.front() == "help";  // `dateline help search`, as with git
  if (help_command) before.front() = "--help";
  std::vector<std::string> behind = cut_at_dashes(before);

  Everywhere everywhere;
  everywhere.global.archive = default_archive();

  CLI::App app;
  app.require_subcommand(0, 1);
  OptionSet program_options;
  everywhere.declare(program_options, all_formats);
  program_options.flag("--version", everywhere.version, "print the version");
  Grammar program;
  program.fill(app, program_options);

  std::vector<OptionSet> sets(commands.size());
  std::vector<Grammar> grammars(commands.size());
  std::vector<CLI::App*> subcommands(commands.size());
  std::vector<Run> runs(commands.size());
  for (std::size_t at = 0; at < commands.size(); ++at) {
    runs[at] = commands[at].declare(sets[at]);
    everywhere.declare(sets[at], choices_of(sets[at].formats()));
    subcommands[at] = app.add_subcommand(std::string(commands[at].name));
    grammars[at].fill(*subcommands[at], sets[at]);
  }

  divide(app, before);

  const auto chosen =
      std::find_if(subcommands.begin(), subcommands.end(), [](const CLI::App* sub) { return sub->parsed(); });
  std::vector<std::string> strays = program.words();
  if (strays.empty() && chosen == subcommands.end()) strays = behind;
  if (!strays.empty()) {
    std::vector<std::string> names;
    for (const Command& command : commands) {
      if (!command.hidden) names.emplace_back(command.name);
    }
    const std::string meant = did_you_mean(strays.front(), names);
    throw UsageError("there is no command \"" + strays.front() + "\"",
                     meant.empty() ? "`dateline --help` lists them" : meant);
  }
  program.take_values();
  if (everywhere.version) return VersionWanted{};
  if (chosen == subcommands.end()) {
    if (everywhere.help) return HelpWanted{"", everywhere.global.pager};
    throw UsageError("a command is missing", "`dateline --help` lists them");
  }

  const auto at = static_cast<std::size_t>(chosen - subcommands.begin());
  const std::string name(commands[at].name);
  if (everywhere.help || (*chosen)->count("--help") > 0) {
    return HelpWanted{name, everywhere.global.pager && (*chosen)->count("--no-pager") == 0};
  }
  grammars[at].take_values();
  std::vector<std::string> words = grammars[at].words();
  words.insert(words.end(), behind.begin(), behind.end());
  take_words(sets[at].positionals(), std::move(words), name);
  check_format(everywhere, sets[at], name);
  if (!everywhere.format_given && !sets[at].formats().empty()) everywhere.global.format = sets[at].formats().front();
  return Invocation{everywhere.global, runs[at]};
}

std::vector<CommandDescription> describe(std::span<const Command> commands) {
  std::vector<CommandDescription> descriptions;
  for (const Command& command : commands) {
    if (command.hidden) continue;
    Everywhere everywhere;
    CommandDescription description{command.name, command.summary, command.examples, {}};
    command.declare(description.options);
    everywhere.declare(description.options, choices_of(description.options.formats()));
    description.options.detach();
    descriptions.push_back(std::move(description));
  }
  return descriptions;
}

}  // namespace dateline::app
