#include "indexer/reading/identity.hpp"

#include <algorithm>

namespace dateline::indexer {
namespace {

std::string lower_ascii(std::string_view text) {
  std::string lower(text);
  for (char& c : lower)
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c + ('a' - 'A'));
  return lower;
}

bool is_tracking(std::string_view parameter) {
  for (const std::string_view name :
       {"utm_", "fbclid=", "gclid=", "yclid=", "mc_cid=", "mc_eid=", "igshid=", "ref_src="})
    if (parameter.starts_with(name)) return true;
  return false;
}

std::string without_tracking(std::string_view query) {
  std::string kept;
  while (!query.empty()) {
    const std::size_t end = std::min(query.find('&'), query.size());
    const std::string_view parameter = query.substr(0, end);
    if (!parameter.empty() && !is_tracking(parameter)) kept += (kept.empty() ? "" : "&") + std::string(parameter);
    query.remove_prefix(std::min(end + 1, query.size()));
  }
  return kept;
}

}  // namespace

std::string canonical_url(std::string_view url) {
  url = url.substr(0, url.find('#'));
  const std::size_t scheme = url.find("://");
  if (scheme == std::string_view::npos) return std::string(url);
  const std::size_t host_end = std::min(url.find_first_of("/?", scheme + 3), url.size());
  std::string host = lower_ascii(url.substr(scheme + 3, host_end - scheme - 3));
  for (const std::string_view port : {":80", ":443"})
    if (host.ends_with(port)) host.erase(host.size() - port.size());
  const std::size_t query = std::min(url.find('?', host_end), url.size());
  std::string path(url.substr(host_end, query - host_end));
  while (!path.empty() && path.back() == '/') path.pop_back();
  // http and https name the same page
  std::string canonical = "https://" + host + path;
  if (query < url.size())
    if (const std::string kept = without_tracking(url.substr(query + 1)); !kept.empty()) canonical += "?" + kept;
  return canonical;
}

void identify_article(const RawArticle& raw, const std::string& collection, schema::StoredArticle& article) {
  if (raw.id)
    article.key = "id:" + collection + ":" + raw.id->value;
  else if (raw.url)
    article.key = "url:" + canonical_url(raw.url->value);
  else
    article.key = "path:" + raw.input + raw.member;
  article.id = raw.id ? raw.id->value : schema::hex16(schema::hash64(article.key));
  article.input = raw.input;
  article.member = raw.member;
  article.content_hash = raw.content_hash;
}

}  // namespace dateline::indexer
