# What R's survey takes for the same. Arguments: a folder with the panel, its rows, replicates. Prints a name and seconds per line.
suppressMessages(library(survey))
# Calibration asks MASS for a generalised inverse; where it is not installed the plain one does, as these totals are independent.
if (!requireNamespace("MASS", quietly = TRUE)) {
  own <- eval(parse(text = gsub("MASS::ginv(", "(function(m, ...) solve(m))(", deparse(survey:::grake), fixed = TRUE)))
  environment(own) <- asNamespace("survey")
  assignInNamespace("grake", own, "survey")
}
args <- commandArgs(TRUE)
folder <- args[1]
n <- as.integer(args[2])
replicates <- as.integer(args[3])
codes <- readBin(file.path(folder, "codes"), "integer", n * 34, size = 1, signed = FALSE)
names <- c("gender", "education", "origin", "region", paste0("q", 0:29))
data <- as.data.frame(matrix(codes, n, 34, dimnames = list(NULL, names)))
data[] <- lapply(data, factor)
totals <- read.csv(file.path(folder, "totals.csv"), colClasses = c("character", "character", "numeric"))
data$weight <- sum(totals$total[totals$margin == "gender"]) / n
margins <- names[1:4]
population <- lapply(margins, function(m) {
  own <- totals[totals$margin == m, ]
  setNames(data.frame(factor(own$level, levels(data[[m]])), own$total), c(m, "Freq"))
})
formulas <- lapply(margins, function(m) as.formula(paste0("~", m)))
took <- function(name, work) {
  gc(FALSE)
  begun <- proc.time()
  result <- work
  spent <- proc.time() - begun
  cat(name, sum(spent[c("user.self", "sys.self")]), "\n")
  result
}
design <- svydesign(~1, weights = ~weight, data = data)
# Each is warmed up on a small part of the panel, as ours is on the whole.
small <- svydesign(~1, weights = ~weight, data = data[1:2000, ])
invisible(rake(small, formulas, population, control = list(maxit = 50, epsilon = 1e-7)))
raked <- took("raking", rake(design, formulas, population, control = list(maxit = 50, epsilon = 1e-9)))
known <- unlist(lapply(seq_along(population), function(m) {
  own <- setNames(population[[m]]$Freq, paste0(margins[m], population[[m]][[1]]))
  if (m == 1) c("(Intercept)" = sum(own), own[-1]) else own[-1]
}))
calibrated <- took("calibration", calibrate(design, ~ gender + education + origin + region, known, calfun = "raking"))
questions <- names[5:34]
# On the calibrated design: of a raked one R takes out the margins in ten rounds, which takes it ten times as long.
shares <- took("distributions", lapply(questions, function(q)
  svyby(as.formula(paste0("~", q)), ~education, calibrated, svymean)))
tests <- took("tests", lapply(questions, function(q)
  svychisq(as.formula(paste0("~", q, "+education")), calibrated, statistic = "F")))
bootstrap <- took("bootstrap", {
  own <- as.svrepdesign(design, type = "bootstrap", replicates = replicates)
  own <- rake(own, formulas, population, control = list(maxit = 50, epsilon = 1e-7))
  svymean(as.formula(paste0("~", paste(questions, collapse = "+"))), own)
})
cat("weight", format(weights(raked)[1:3], digits = 17), "\n")
cat("share", format(as.numeric(shares[[1]][1, 2:4]), digits = 17), "\n")
cat("error", format(as.numeric(SE(shares[[1]])[1, 1:3]), digits = 17), "\n")
cat("test", format(as.numeric(c(tests[[1]]$statistic, tests[[1]]$parameter)), digits = 17), "\n")
