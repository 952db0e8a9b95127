// Everything at once: dateline/dateline.hpp.
#pragma once

#include "dateline/archive.hpp"
#include "dateline/article.hpp"
#include "dateline/error.hpp"
#include "dateline/indexer.hpp"
#include "dateline/integrity.hpp"
#include "dateline/log.hpp"
#include "dateline/search.hpp"
#include "dateline/suggest.hpp"
#include "dateline/version.hpp"
