// JSON text, written from its beginning to its end: no tree is made of what is only to be printed.
//
//   Writer json(layout);
//   json.object([&] {
//     json.member("query", answer.query);
//     json.array("hits", answer.hits, [&](const Hit& hit) { json.object([&] { json.member("id", hit.id); }); });
//   });
//   return json.take();
#pragma once

#include <concepts>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "dateline/article.hpp"
#include "json/layout.hpp"

namespace dateline::json {

class Writer {
 public:
  explicit Writer(Layout layout) : is_indented_(layout == Layout::indented) {}

  template <class Members>
  void object(Members&& members) {
    open('{');
    std::forward<Members>(members)();
    close('}');
  }
  template <class Members>
  void object(std::string_view name, Members&& members) {
    key(name);
    object(std::forward<Members>(members));
  }
  // `each` writes the value of one item.
  template <class Items, class Each>
  void array(const Items& items, Each&& each) {
    open('[');
    for (const auto& item : items) each(item);
    close(']');
  }
  template <class Items, class Each>
  void array(std::string_view name, const Items& items, Each&& each) {
    key(name);
    array(items, std::forward<Each>(each));
  }
  template <class Value>
  void member(std::string_view name, const Value& value) {
    key(name);
    this->value(value);
  }

  void key(std::string_view name);
  // Bytes that are no UTF-8 become U+FFFD: what is printed is always JSON.
  void value(std::string_view text);
  void value(const char* text) { value(std::string_view(text)); }
  void value(const std::string& text) { value(std::string_view(text)); }
  void value(bool is_true) { raw(is_true ? "true" : "false"); }
  void value(double number);
  void value(std::nullptr_t) { raw("null"); }
  void value(const Date& date);
  template <std::integral Number>
  void value(Number number) {
    raw(std::to_string(number));
  }
  template <class Value>
  void value(const std::optional<Value>& known) {
    if (known)
      value(*known);
    else
      value(nullptr);
  }
  template <class Value>
  void value(const std::vector<Value>& items) {
    array(items, [this](const Value& item) { value(item); });
  }
  // A range.
  void value(const std::pair<std::size_t, std::size_t>& range);
  // What is JSON already, on one line.
  void raw(std::string_view json);

  std::string take() { return std::move(text_); }

 private:
  void open(char bracket);
  void close(char bracket);
  void begin_value();
  void break_line();
  void append_string(std::string_view text);

  std::string text_;
  bool is_indented_;
  bool is_first_ = true;      // in its array or object
  bool follows_key_ = false;  // a value on the line of its name
  std::size_t depth_ = 0;
};

// Empty text as nothing.
inline std::optional<std::string_view> if_any(std::string_view text) {
  if (text.empty()) return std::nullopt;
  return text;
}

}  // namespace dateline::json
