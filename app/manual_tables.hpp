// Parts of the manual that belong to no single option: --help and the man pages print the same rows.
#pragma once

#include <string_view>

namespace dateline::app {

struct ManualRow {
  std::string_view term, meaning;
};

// Shown with every command that takes a QUERY; docs/QUERY_LANGUAGE.md has the whole language.
inline constexpr ManualRow query_forms[] = {
    {"restraint israel", "articles about both, best first; words match in all their inflections"},
    {"\"maximum restraint\"", "these words in this order"},
    {"-word  a OR b  (a b)", "without; either; together"},
    {"a NEAR/5 b  a /s b", "within five words; in one sentence"},
    {"escal*  Nebenzya~", "any ending; one letter off"},
    {"=Strikes", "exactly this spelling"},
    {"title: body: said:", "in the title; in the body; inside quotations"},
    {"speaker:peskov", "quoted, in whatever script the name was written"},
    {"source:afp lang:ru site:", "printed by; in this language; on this site"},
    {"date:2024-04..2024-10", "published then; also after: before: since:7d"},
};

inline constexpr ManualRow environment_variables[] = {
    {"DATELINE_ARCHIVE", "the archive, where --archive is not given"},
    {"DATELINE_PAGER, PAGER", "the pager for text longer than the terminal (default: less -FRX; empty or cat: none)"},
    {"NO_COLOR", "no colours, unless --color always"},
    {"COLUMNS, LINES", "the size of the terminal, where it does not say it itself or says it wrong"},
    {"LC_ALL, LC_CTYPE, LANG", "bars are drawn with blocks, or with # where the locale is not UTF-8"},
};

}  // namespace dateline::app
