# The Python module: as it was installed beside the library, and by pip in a virtual environment.
set(needed SOURCE WORK PYTHON)
include("${CMAKE_CURRENT_LIST_DIR}/run.cmake")
set(program "${SOURCE}/examples/python/search.py")
set(ENV{PYTHONDONTWRITEBYTECODE} 1)
set(ENV{PYTHONPATH} "${WORK}/prefix/lib/python3/dist-packages")
run("${PYTHON}" "${program}" "${WORK}/archive" "harbours storm")
expect("Harbour reopens after storm")
unset(ENV{PYTHONPATH})

execute_process(COMMAND "${PYTHON}" -c "import importlib.util as i, sys
sys.exit(not all(map(i.find_spec, ['venv', 'pip', 'setuptools', 'wheel'])))"
  RESULT_VARIABLE status)
if(NOT status EQUAL 0)
  message(STATUS "venv, pip, setuptools or wheel is not there: no installation by pip is tried")
  return()
endif()
file(COPY "${SOURCE}/bindings/python" DESTINATION "${WORK}")  # it is built where it stands
run("${PYTHON}" -m venv --system-site-packages --without-pip "${WORK}/venv")
execute_process(COMMAND "${WORK}/venv/bin/python" -m pip install -q --no-build-isolation --no-index --disable-pip-version-check .
  WORKING_DIRECTORY "${WORK}/python" RESULT_VARIABLE status ERROR_VARIABLE output OUTPUT_VARIABLE output)
if(NOT status EQUAL 0)
  message(FATAL_ERROR "pip failed: ${output}")
endif()
file(GLOB library "${WORK}/prefix/${LIBRARIES}/libdateline.so")
set(ENV{DATELINE_LIBRARY} "${library}")
run("${WORK}/venv/bin/python" -c "import dateline\nprint(dateline.__file__)")
expect("/venv/lib")
run("${WORK}/venv/bin/python" "${program}" "${WORK}/archive" "harbours storm")
expect("Harbour reopens after storm")
run("${WORK}/venv/bin/python" -c "import importlib.metadata, dateline\nassert importlib.metadata.version('dateline') == dateline.version()")
