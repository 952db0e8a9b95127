// XML as other people write it: one pass, no document in memory, no network, no entities but those of HTML. The only
// door to libxml2.
#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace dateline::indexer {

struct XmlName {
  std::string_view space;   // the namespace's URI, "" none
  std::string_view prefix;  // as written
  std::string_view local;
};

using XmlAttributes = std::vector<std::pair<std::string, std::string>>;  // "xml:lang": with the prefix as written

class XmlHandler {
 public:
  virtual ~XmlHandler() = default;
  virtual void start(const XmlName& name, const XmlAttributes& attributes) = 0;
  virtual void end() = 0;  // of the element that was started last
  virtual void text(std::string_view text) = 0;
};

// `xml`: UTF-8, whatever it declares. Ampersands that begin no reference and stray control characters are taken as
// text; small errors are passed over. Returns why it could not be read to its end, "" when it was.
std::string parse_xml(std::string_view xml, XmlHandler& handler);

// The encoding that an XML declaration names; empty when none.
std::string declared_xml_encoding(std::string_view bytes);

}  // namespace dateline::indexer
