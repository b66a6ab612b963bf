# R and the packages that notebooks use.
#? r.packages slow=40 early
command -v Rscript >/dev/null || exit 127
Rscript -e 'cat("R\t", as.character(getRversion()), "\n", sep = "")
cat("home\t", R.home(), "\n", sep = "")
for (name in c("hwriterPlus", "Rserve", "htmltools")) {
  ok <- suppressWarnings(suppressMessages(requireNamespace(name, quietly = TRUE)))
  cat(name, "\t", if (ok) as.character(packageVersion(name)) else "", "\n", sep = "")
}'
