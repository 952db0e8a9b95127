#include "app/interrupt.hpp"

namespace dateline::app {
namespace {

volatile std::sig_atomic_t noted = 0;

}  // namespace

extern "C" {
static void note_interrupt(int) { noted = 1; }
}

InterruptWatch::InterruptWatch() {
  noted = 0;
  struct sigaction action {};
  action.sa_handler = note_interrupt;
  action.sa_flags = static_cast<int>(SA_RESETHAND | SA_RESTART);
  sigemptyset(&action.sa_mask);
  sigaction(SIGINT, &action, &previous_interrupt_);
  sigaction(SIGTERM, &action, &previous_terminate_);
}

InterruptWatch::~InterruptWatch() {
  sigaction(SIGINT, &previous_interrupt_, nullptr);
  sigaction(SIGTERM, &previous_terminate_, nullptr);
}

bool InterruptWatch::interrupted() noexcept { return noted != 0; }

}  // namespace dateline::app
