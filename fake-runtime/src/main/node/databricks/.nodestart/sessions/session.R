# The R session: reads paths of command files, evaluates each, and marks in both outputs where it ended.
local({
  mark <- commandArgs(trailingOnly = TRUE)[1]
  commands <- file("stdin", open = "r")
  say <- function(code) {
    for (out in list(stdout(), stderr())) {
      flush(out)
    }
    bytes <- c(as.raw(0), charToRaw(paste0(mark, " ", code, "\n")))
    for (path in c("/proc/self/fd/1", "/proc/self/fd/2")) {
      output <- file(path, open = "wb", raw = TRUE)
      writeBin(bytes, output)
      close(output)
    }
  }
  run <- function(path) {
    tryCatch({
      for (expression in parse(path, encoding = "UTF-8")) {
        shown <- withVisible(eval(expression, envir = globalenv()))
        if (shown$visible) print(shown$value)
      }
      0L
    }, interrupt = function(cause) {
      130L
    }, error = function(cause) {
      call <- conditionCall(cause)
      own <- is.null(call) || as.character(call[[1]])[1] %in% c("eval", "parse")
      where <- if (own) "" else paste0(" in ", deparse(call)[1], " ")
      message("Error", where, ": ", conditionMessage(cause))
      1L
    })
  }
  options(warn = 1)
  say(Sys.getpid())
  while (length(path <- readLines(commands, n = 1L)) > 0L) {
    say(run(path))
  }
})
