#include "tests/oracle/expression.hpp"

#include <algorithm>
#include <string_view>
#include <utility>

namespace dateline::oracle {
namespace {

bool is_compound(Form form) {
  return form == Form::list || form == Form::all || form == Form::any || is_proximity(form);
}

class Printer {
 public:
  explicit Printer(std::mt19937& style) : style_(style) {}

  std::string print(const Expression& e) {
    switch (e.form) {
      case Form::everything:
        return "*";
      case Form::word:
        return e.text;
      case Form::exact:
        return one_of({"=", "=", "＝"}) + e.text;
      case Form::prefix:
        return e.text + one_of({"*", "*", "＊"});
      case Form::fuzzy:
        return e.text + (e.number == 2 ? "~2" : one_of({"~", "~1"}));
      case Form::phrase:
        return phrase(e);
      case Form::list:
        return joined(e, {" ", " ", "  "});
      case Form::all:
        return joined(e, {" AND ", " && ", " ＡＮＤ "});
      case Form::any:
        return joined(e, {" OR ", " || ", " | "});
      case Form::negation:
        return one_of({"-", "－", "NOT "}) + operand(e.children.front());
      case Form::near:
        return joined(e, {" NEAR/" + number(e), " w/" + number(e), " /" + number(e), " near/" + number(e)}, " ");
      case Form::ordered:
        return joined(e, {" ADJ/" + number(e), " pre/" + number(e)}, " ");
      case Form::sentence:
        return joined(e, {" /s ", " w/s "});
      case Form::paragraph:
        return joined(e, {" /p ", " w/p "});
      case Form::dates:
        return e.written;
      default:
        return is_field(e.form) ? field(e) : fact(e);
    }
  }

 private:
  std::string one_of(std::vector<std::string> spellings) { return std::move(spellings[style_() % spellings.size()]); }
  static std::string number(const Expression& e) { return std::to_string(e.number); }

  std::string bracketed(const Expression& e) {
    return style_() % 8 == 0 ? "（" + print(e) + "）" : "(" + print(e) + ")";
  }
  std::string operand(const Expression& e) { return is_compound(e.form) ? bracketed(e) : print(e); }

  // Operators of one kind in a row, all spelt alike, as people do.
  std::string joined(const Expression& e, std::vector<std::string> signs, const std::string& behind = {}) {
    const std::string sign = one_of(std::move(signs)) + behind;
    std::string text;
    for (const Expression& child : e.children) text += (text.empty() ? "" : sign) + operand(child);
    return text;
  }

  std::string phrase(const Expression& e) {
    std::string text = e.written;
    if (text.empty())
      for (const std::string& word : e.words) text += (text.empty() ? "" : " ") + word;
    return quoted(text, {{"\"", "\""}, {"“", "”"}, {"„", "“"}, {"«", "»"}, {"»", "«"}, {"「", "」"}, {"＂", "＂"}});
  }

  std::string quoted(const std::string& text, const std::vector<std::pair<std::string, std::string>>& marks) {
    const auto& [open, close] = marks[style_() % marks.size()];
    return open + text + close;
  }

  std::string name(const std::vector<std::string>& names) {
    std::string name = names[style_() % names.size()];
    if (style_() % 6 == 0)
      std::transform(name.begin(), name.end(), name.begin(),
                     [](char c) { return c >= 'a' && c <= 'z' ? static_cast<char>(c - ('a' - 'A')) : c; });
    return name + (style_() % 10 == 0 ? "：" : ":");
  }

  // title:(a NEAR/5 b) or title:a NEAR/5 title:b
  std::string field(const Expression& e) {
    const Expression& child = e.children.front();
    if (is_proximity(child.form) && style_() % 3 == 0) {
      Expression divided = child;
      for (Expression& operand : divided.children) operand = make(e.form, std::vector{std::move(operand)});
      return "(" + print(divided) + ")";
    }
    const bool bare = !is_compound(child.form) && child.form != Form::negation && !is_field(child.form);
    return name(field_names(e.form)) + (bare ? print(child) : bracketed(child));
  }

  static std::vector<std::string> field_names(Form form) {
    switch (form) {
      case Form::title:
        return {"title"};
      case Form::body:
        return {"body"};
      case Form::said:
        return {"said"};
      case Form::byline:
        return {"by", "byline"};
      case Form::tag:
        return {"tag"};
      case Form::speaker:
      case Form::spelling:
        return {"speaker"};
      case Form::source:
        return {"source"};
      case Form::language:
        return {"lang", "language"};
      case Form::site:
        return {"site"};
      case Form::id:
        return {"id"};
      default:
        return {"path"};
    }
  }

  std::string fact(const Expression& e) {
    const bool plain = std::all_of(e.text.begin(), e.text.end(), [](char c) {
      return static_cast<unsigned char>(c) >= 0x80 || (c >= '0' && c <= '9') ||
             ((c | 0x20) >= 'a' && (c | 0x20) <= 'z');
    });
    const std::string value = plain && style_() % 2 == 0              ? e.text
                              : e.text.find('"') == std::string::npos ? '"' + e.text + '"'
                                                                      : "«" + e.text + "»";
    return name(field_names(e.form)) + (e.form == Form::spelling ? "=" : "") + value;
  }

  std::mt19937& style_;
};

}  // namespace

Expression make(Form form, std::string text, int number) {
  Expression e;
  e.form = form;
  e.text = std::move(text);
  e.number = number;
  return e;
}

Expression make(Form form, std::vector<Expression> children, int number) {
  Expression e;
  e.form = form;
  e.children = std::move(children);
  e.number = number;
  return e;
}

bool is_field(Form form) { return form >= Form::title && form <= Form::tag; }
bool is_fact(Form form) { return form >= Form::speaker; }
bool is_proximity(Form form) { return form >= Form::near && form <= Form::paragraph; }

std::string print(const Expression& expression, std::mt19937& style) { return Printer(style).print(expression); }

}  // namespace dateline::oracle
