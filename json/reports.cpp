// What became of inputs, and of an archive as a whole.
#include "json/answers.hpp"
#include "json/parts.hpp"

namespace dateline::json {
namespace {

void write_entry(Writer& json, const ReportEntry& entry) {
  json.member("input", entry.input);
  json.member("id", if_any(entry.id));
  json.member("outcome", name_of(entry.outcome));
  json.member("reason", if_any(entry.reason));
}

void write_entries(Writer& json, const char* name, const std::vector<ReportEntry>& entries) {
  json.array(name, entries, [&](const ReportEntry& entry) { json.object([&] { write_entry(json, entry); }); });
}

void write_damage(Writer& json, const Damage& damage) {
  json.member("file", damage.file);
  json.member("what", damage.what);
}

}  // namespace

std::string to_json(const IndexSummary& summary, Layout layout) {
  const double per_second = summary.seconds > 0 ? static_cast<double>(summary.bytes) / summary.seconds : 0;
  return whole_object(layout, [&](Writer& json) {
    json.member("added", summary.added);
    json.member("updated", summary.updated);
    json.member("unchanged", summary.unchanged);
    json.member("removed", summary.removed);
    json.member("rejected", summary.rejected);
    json.member("articles", summary.articles);
    json.member("bytes", summary.bytes);
    json.member("seconds", thousandths(summary.seconds));
    json.member("bytes_per_second", static_cast<std::uint64_t>(per_second));
    json.array("stages", summary.stages, [&](const StageTime& stage) {
      json.object([&] {
        json.member("stage", stage.stage);
        json.member("seconds", thousandths(stage.seconds));
      });
    });
    json.member("notes", summary.notes);
  });
}

std::string to_json(const ReportEntry& entry) {
  return whole_object(Layout::compact, [&](Writer& json) { write_entry(json, entry); });
}

std::string to_json(const std::vector<ReportEntry>& entries) {
  return whole_object(Layout::compact, [&](Writer& json) { write_entries(json, "entries", entries); });
}

std::string inspected_to_json(const std::vector<Article>& articles, const std::vector<ReportEntry>& rejected) {
  return whole_object(Layout::compact, [&](Writer& json) {
    json.array("articles", articles, [&](const Article& article) { json.raw(to_json(article)); });
    write_entries(json, "rejected", rejected);
  });
}

std::string to_json(const Progress& progress) {
  return whole_object(Layout::compact, [&](Writer& json) {
    json.member("articles", progress.articles);
    json.member("bytes", progress.bytes);
    json.member("inputs_done", progress.inputs_done);
    json.member("inputs_total", progress.inputs_total);
    json.member("bytes_total", progress.bytes_total);
    json.member("stage", progress.stage);
  });
}

std::string to_json(const LogEntry& entry) {
  return whole_object(Layout::compact, [&](Writer& json) {
    json.member("level", name_of(entry.level));
    json.member("message", entry.message);
  });
}

std::string to_json(const std::vector<InputFormatName>& formats) {
  return whole_object(Layout::compact, [&](Writer& json) {
    json.array("formats", formats, [&](const InputFormatName& format) {
      json.object([&] {
        json.member("name", format.name);
        json.member("meaning", format.meaning);
      });
    });
  });
}

std::string to_json(const RepairReport& report, Layout layout) {
  return whole_object(layout, [&](Writer& json) {
    json.member("sound", report.after.sound());
    json.member("files", report.after.files);
    json.member("bytes", report.after.bytes);
    json.member("articles", report.after.articles);
    json.array("damages", report.before.damages,
               [&](const Damage& damage) { json.object([&] { write_damage(json, damage); }); });
    json.member("done", report.done);
    json.member("articles_lost", report.articles_lost);
  });
}

std::string to_json(const CompactSummary& summary, Layout layout) {
  return whole_object(layout, [&](Writer& json) {
    json.member("articles", summary.articles);
    json.member("bytes_before", summary.bytes_before);
    json.member("bytes_after", summary.bytes_after);
  });
}

}  // namespace dateline::json
