#include "indexer/input/xml.hpp"

#include <libxml/HTMLparser.h>
#include <libxml/parser.h>

#include <algorithm>
#include <cstring>
#include <memory>
#include <new>

namespace dateline::indexer {
namespace {

std::string_view view(const xmlChar* text) {
  return text ? std::string_view(reinterpret_cast<const char*>(text)) : std::string_view();
}

bool is_name_character(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9'); }

// The reference that begins at '&', with its ';'; empty when none does.
std::string_view reference_at(std::string_view text) {
  constexpr std::size_t longest = 32;
  const std::size_t end = text.substr(0, longest).find(';');
  if (end == std::string_view::npos || end < 2) return {};
  std::size_t at = 1 + (text[1] == '#');
  for (; at < end; ++at)
    if (!is_name_character(text[at])) return {};
  return text.substr(0, end + 1);
}

bool is_known_to_xml(std::string_view reference) {
  for (const std::string_view known : {"&amp;", "&lt;", "&gt;", "&quot;", "&apos;"})
    if (reference == known) return true;
  return reference.starts_with("&#");
}

// What stands for a reference to an entity: its number where HTML has it, else itself as text.
void append_entity(std::string& out, std::string_view reference) {
  const std::string name(reference.substr(1, reference.size() - 2));
  const htmlEntityDesc* entity = htmlEntityLookup(reinterpret_cast<const xmlChar*>(name.c_str()));
  if (entity)
    out += "&#" + std::to_string(entity->value) + ";";
  else
    out.append("&amp;").append(name).append(";");
}

// A parser compares every attribute of a tag with all others: longer ones are text.
constexpr std::size_t longest_tag = 8 << 10;
constexpr std::size_t deepest = 256;
constexpr int most_declarations = 200;  // of attributes: each is compared with all others

// Whether a tag ends soon enough, asked from front to back.
class TagEnds {
 public:
  explicit TagEnds(std::string_view xml) : xml_(xml) {}
  bool follows(std::size_t at) {
    if (next_ < at || next_ == 0) next_ = std::min(xml_.find('>', at), xml_.size());
    return next_ < xml_.size() && next_ - at < longest_tag;
  }

 private:
  std::string_view xml_;
  std::size_t next_ = 0;
};

// The same without what a parser stops or stumbles at, and people write.
std::string made_bearable(std::string_view xml) {
  std::string out;
  out.reserve(xml.size() + xml.size() / 16);
  TagEnds ends(xml);
  for (std::size_t at = 0; at < xml.size();) {
    const char c = xml[at];
    if (c == '<' && xml.substr(at).starts_with("<![CDATA[")) {
      const std::size_t end = std::min(xml.find("]]>", at), xml.size());
      for (; at < end; ++at)
        out += static_cast<unsigned char>(xml[at]) < 0x20 && xml[at] != '\n' && xml[at] != '\t' ? ' ' : xml[at];
    } else if (c == '<' && !xml.substr(at).starts_with("<!") && !ends.follows(at)) {
      out += "&lt;";
      ++at;
    } else if (c == '&') {
      const std::string_view reference = reference_at(xml.substr(at));
      if (reference.empty())
        out += "&amp;";
      else if (is_known_to_xml(reference))
        out += reference;
      else
        append_entity(out, reference);
      at += std::max<std::size_t>(reference.size(), 1);
    } else {
      out += static_cast<unsigned char>(c) < 0x20 && c != '\n' && c != '\t' && c != '\r' ? ' ' : c;
      ++at;
    }
  }
  return out;
}

struct Parsing {
  XmlHandler& handler;
  xmlParserCtxt* context = nullptr;
  std::size_t open = 0;
  bool root_ended = false;
  int declarations = 0;
  std::string stopped;  // why
};

Parsing& parsing(void* self) { return *static_cast<Parsing*>(self); }

void stop(void* self, std::string reason) {
  parsing(self).stopped = std::move(reason);
  xmlStopParser(parsing(self).context);
}

// Errors before this are forgiven: libxml2 would leave out all references behind them.
Parsing& forgiving(void* self) {
  parsing(self).context->wellFormed = 1;
  return parsing(self);
}

void on_start(void* self, const xmlChar* local, const xmlChar* prefix, const xmlChar* space, int, const xmlChar**,
              int attribute_count, int, const xmlChar** parts) {
  XmlAttributes attributes;
  for (int i = 0; i < attribute_count; ++i) {
    const xmlChar** attribute = parts + i * 5;  // local name, prefix, URI, begin and end of the value
    std::string name(view(attribute[1]));
    if (!name.empty()) name += ':';
    name += view(attribute[0]);
    attributes.emplace_back(std::move(name), std::string(reinterpret_cast<const char*>(attribute[3]),
                                                         reinterpret_cast<const char*>(attribute[4])));
  }
  if (++forgiving(self).open > deepest)
    return stop(self, "the XML nests deeper than " + std::to_string(deepest) + " levels");
  parsing(self).handler.start({view(space), view(prefix), view(local)}, attributes);
}

void on_end(void* self, const xmlChar*, const xmlChar*, const xmlChar*) {
  Parsing& state = forgiving(self);
  if (state.open == 0 || !state.stopped.empty()) return;
  state.handler.end();
  state.root_ended = --state.open == 0;
}

void on_text(void* self, const xmlChar* text, int size) {
  forgiving(self).handler.text({reinterpret_cast<const char*>(text), static_cast<std::size_t>(size)});
}

// A few lines of these can stand for gigabytes.
void on_entity(void* self, const xmlChar*, int, const xmlChar*, const xmlChar*, xmlChar*) {
  stop(self, "it declares entities, which are not expanded; remove its DOCTYPE");
}

void on_attribute_declaration(void* self, const xmlChar*, const xmlChar*, int, int, const xmlChar*,
                              xmlEnumeration* values) {
  xmlFreeEnumeration(values);
  if (++parsing(self).declarations > most_declarations) stop(self, "its DOCTYPE declares too much; remove it");
}

// Declarations make a document, even where nobody asked for one.
void free_context(xmlParserCtxt* context) {
  xmlFreeDoc(context->myDoc);
  context->myDoc = nullptr;
  xmlFreeParserCtxt(context);
}

xmlSAXHandler events() {
  xmlSAXHandler sax;
  std::memset(&sax, 0, sizeof sax);
  sax.initialized = XML_SAX2_MAGIC;
  sax.startElementNs = on_start;
  sax.endElementNs = on_end;
  sax.characters = on_text;
  sax.ignorableWhitespace = on_text;
  sax.cdataBlock = on_text;
  sax.entityDecl = on_entity;
  sax.attributeDecl = on_attribute_declaration;
  return sax;
}

}  // namespace

std::string parse_xml(std::string_view xml, XmlHandler& handler) {
  static const bool once = (xmlInitParser(), true);
  static_cast<void>(once);
  const std::string bearable = made_bearable(xml);
  xmlSAXHandler sax = events();
  Parsing state{handler, nullptr, 0, false, 0, {}};
  const std::unique_ptr<xmlParserCtxt, void (*)(xmlParserCtxt*)> context(
      xmlCreatePushParserCtxt(&sax, &state, nullptr, 0, nullptr), free_context);
  if (!context) throw std::bad_alloc();
  state.context = context.get();
  xmlCtxtUseOptions(context.get(), XML_PARSE_RECOVER | XML_PARSE_NONET | XML_PARSE_NOERROR | XML_PARSE_NOWARNING |
                                       XML_PARSE_IGNORE_ENC);
  constexpr std::size_t piece = 64 << 10;
  for (std::size_t at = 0; at < bearable.size() && state.stopped.empty(); at += piece) {
    const std::size_t size = std::min(piece, bearable.size() - at);
    const bool last = at + size == bearable.size();
    xmlParseChunk(context.get(), bearable.data() + at, static_cast<int>(size), last);
  }
  if (!state.stopped.empty()) return state.stopped;
  if (state.root_ended) return {};
  const int line = context->input ? context->input->line : 0;
  return "the XML breaks off or is damaged at line " + std::to_string(line) + "; get it again";
}

std::string declared_xml_encoding(std::string_view bytes) {
  if (!bytes.substr(0, 100).starts_with("<?xml")) return {};
  const std::string_view declaration = bytes.substr(0, std::min<std::size_t>(bytes.find("?>"), 200));
  std::size_t at = declaration.find("encoding");
  if (at == std::string_view::npos) return {};
  at = declaration.find_first_of("\"'", at);
  if (at == std::string_view::npos) return {};
  const std::size_t end = declaration.find(declaration[at], at + 1);
  return end == std::string_view::npos ? std::string() : std::string(declaration.substr(at + 1, end - at - 1));
}

}  // namespace dateline::indexer
