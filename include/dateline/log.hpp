// What an archive or an indexer tells while it works, for a program's own log. The library itself prints nothing.
//
//   dateline::IndexOptions options;
//   options.on_log = [](const dateline::LogEntry& entry) { std::clog << entry.message << '\n'; };
//   auto indexer = dateline::Indexer::open("news.dateline", options);
#pragma once

#include <cstdint>
#include <functional>
#include <string>

namespace dateline {

// For whom it is: debug for who looks for a fault or for what takes time, info for who wants to know what was done,
// warning for who should look at it.
enum class LogLevel : std::uint8_t { debug, info, warning };

// One event. The sentences may change from version to version: they are for people.
struct LogEntry {
  LogLevel level = LogLevel::info;  // for whom it is
  std::string message;              // a sentence on one line, without a full stop
};

// Called while a call of the program's goes on: of an Archive on the thread of that call, so on several at once where
// several search; of an indexer on one at a time. What it throws ends that call and comes out of it. It may search the
// archive that it is told by, and must not use the indexer.
using OnLog = std::function<void(const LogEntry&)>;

}  // namespace dateline
