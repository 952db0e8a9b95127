#include "app/program.hpp"

int main(int argc, char** argv) { return dateline::app::run_process(argc, argv); }
