# Makes weighting.json beside it: made-up data, and what R's survey 4.1.1 makes of it.
# Rscript golden/weighting.R (calibrate needs MASS for its ginv; without it the same is made of svd)
suppressMessages({library(survey); library(jsonlite)})
if (!requireNamespace("MASS", quietly = TRUE)) {
  inverse <- "(function(m, tol) with(svd(m), v[, d > tol * d[1], drop = FALSE] %*% (t(u[, d > tol * d[1], drop = FALSE]) / d[d > tol * d[1]])))("
  own <- eval(parse(text = gsub("MASS::ginv(", inverse, deparse(survey:::grake), fixed = TRUE)))
  environment(own) <- asNamespace("survey")
  assignInNamespace("grake", own, "survey")
}
options(survey.lonely.psu = "fail")
set.seed(7)
n <- 96
d <- data.frame(
  stratum = rep(1:4, each = 24), unit = rep(1:8, each = 12),
  w = round(exp(rnorm(n, 3, 0.5)), 3),
  a = sample(c("a1", "a2", "a3"), n, TRUE, c(.5, .3, .2)), b = sample(c("b1", "b2"), n, TRUE),
  x = round(rnorm(n, 50, 10), 2))
d$y <- round(5 + 2 * (d$a == "a2") + (d$b == "b2") + d$x / 10 + rnorm(n), 3)
d$am <- ifelse(seq_len(n) %% 9 == 4, NA, d$a)
d$s2 <- round(runif(n, 0.5, 2), 3)
A <- c(a1 = 1100, a2 = 700, a3 = 400); B <- c(b1 = 1000, b2 = 1200); N <- 2200; X <- 112000
PA <- data.frame(a = names(A), Freq = unname(A)); PB <- data.frame(b = names(B), Freq = unname(B))
PAB <- data.frame(expand.grid(a = names(A), b = names(B)), Freq = c(500, 350, 150, 600, 350, 250))
ctl <- list(maxit = 500, epsilon = 1e-14)
designs <- list(rows = svydesign(id = ~1, weights = ~w, data = d),
                units = svydesign(id = ~unit, strata = ~stratum, weights = ~w, data = d, nest = TRUE))
T3 <- c(`(Intercept)` = N, aa2 = 700, aa3 = 400, bb2 = 1200); T4 <- c(T3, x = X)
cal <- function(s, totals = T3, f = ~a + b, ...) calibrate(s, f, totals, epsilon = 1e-13, maxit = 500, ...)
look <- function(s) {
  m <- svymean(~y, s); t <- svytotal(~y + x, s); r <- svyratio(~y, ~x, s)
  list(weights = unname(weights(s, "sampling")), estimate = unname(c(coef(m), coef(t), coef(r))), se = unname(c(SE(m), SE(t), SE(r))))
}
d$p1 <- ifelse(is.na(d$am), A[1] / N, d$am == "a1"); d$p2 <- ifelse(is.na(d$am), A[2] / N, d$am == "a2"); d$p3 <- ifelse(is.na(d$am), A[3] / N, d$am == "a3")
out <- lapply(designs, function(s) {
  isRows <- !s$has.strata
  s <- update(s, p1 = d$p1, p2 = d$p2, p3 = d$p3, ib = as.numeric(d$b == 'b2'), au = ifelse(is.na(d$am), "u", d$am))
  u <- sum(d$w[is.na(d$am)]) / sum(d$w)
  PU <- data.frame(au = c(names(A), "u"), Freq = c(A * (1 - u), N * u))
  PM <- data.frame(am = names(A), Freq = unname(A))
  raked <- rake(s, list(~a, ~b), list(PA, PB), control = ctl)
  q <- quantile(weights(raked), c(.1, .9), names = FALSE)
  # A design made from the rows that stay, not a subset of the design, which would be a domain.
  k <- d[!is.na(d$am), ]
  kept <- if (isRows) svydesign(id = ~1, weights = ~w, data = k) else svydesign(id = ~unit, strata = ~stratum, weights = ~w, data = k, nest = TRUE)
  dropped <- rake(kept, list(~am, ~b), list(PM, PB), control = ctl)
  list(
    plain = look(s),
    rake = look(raked),
    postStratify = look(postStratify(s, ~a + b, PAB)),
    linear = look(cal(s, T4, ~a + b + x)),
    raking = look(cal(s, T4, ~a + b + x, calfun = "raking")),
    logit = look(cal(s, T3, calfun = "logit", bounds = c(.5, 2.5))),
    linear_bounded = look(cal(s, T4, ~a + b + x, bounds = c(.8, 1.35))),
    linear_limits = look(cal(s, T4, ~a + b + x, bounds = list(lower = 8, upper = 45), bounds.const = TRUE)),
    raking_limits = look(cal(s, T4, ~a + b + x, bounds = list(lower = 8, upper = 45), bounds.const = TRUE, calfun = "raking")),
    linear_variance = look(calibrate(s, ~a + b + x, T4, variance = d$s2)),
    raking_variance_weights = look(cal(s, T4, ~a + b + x, calfun = "raking", variance = d$s2)),
    amount_alone = look(cal(s, c(x = X), ~x - 1)),
    impute = look(cal(s, c(p1 = 1100, p2 = 700, p3 = 400, ib = 1200), ~p1 + p2 + p3 + ib - 1, calfun = "raking")),
    own_category = look(rake(s, list(~au, ~b), list(PU, PB), control = ctl)),
    dropped_weights = unname(weights(dropped)), dropped = look(dropped)[c("estimate", "se")],
    twice = look(rake(postStratify(s, ~b, PB), list(~a, ~b), list(PA, PB), control = ctl)),
    trim = look(trimWeights(raked, lower = q[1], upper = q[2])), limits = q,
    trim_rake = look(rake(trimWeights(raked, lower = q[1], upper = q[2]), list(~a, ~b), list(PA, PB), control = ctl)))
})
reps <- list(
  JK1 = as.svrepdesign(svydesign(id = ~unit, weights = ~w, data = d), type = "JK1"),
  JK1_fpc = as.svrepdesign(svydesign(id = ~unit, weights = ~w, data = transform(d, fpc = 20), fpc = ~fpc), type = "JK1"),
  JKn = as.svrepdesign(designs$units, type = "JKn"),
  JKn_mse = as.svrepdesign(designs$units, type = "JKn", mse = TRUE),
  JKn_fpc = as.svrepdesign(svydesign(id = ~unit, strata = ~stratum, weights = ~w, data = transform(d, fpc = 4 + stratum), fpc = ~fpc, nest = TRUE), type = "JKn"),
  BRR = as.svrepdesign(designs$units, type = "BRR"),
  Fay = as.svrepdesign(designs$units, type = "Fay", fay.rho = 0.3))
lonely <- transform(d, stratum = ifelse(unit == 8, 5, stratum))
for (p in c("remove", "average", "adjust", "certainty")) {
  options(survey.lonely.psu = p)
  reps[[paste0("JKn_", p)]] <- as.svrepdesign(svydesign(id = ~unit, strata = ~stratum, weights = ~w, data = lonely, nest = TRUE), type = "JKn")
}
options(survey.lonely.psu = "fail")
repout <- lapply(reps, function(r) c(look(r)[c("estimate", "se")], list(scale = drop(r$scale), rscales = r$rscales, degf = degf(r))))
raked_reps <- lapply(reps[c("JK1", "JKn", "BRR", "Fay")], function(r) list(
  # Raked again, as R stops when the sample's own table has settled, and not each replicate's.
  rake = look(Reduce(function(x, i) suppressWarnings(rake(x, list(~a, ~b), list(PA, PB), control = list(maxit = 2, epsilon = 1e-14))), 1:50, r)),
  postStratify = look(postStratify(r, ~b, PB)),
  linear = look(cal(r, T4, ~a + b + x)), raking = look(cal(r, T4, ~a + b + x, calfun = "raking"))))
write(toJSON(list(R = R.version.string, survey = as.character(packageVersion("survey")), data = as.list(d[c("stratum", "unit", "w", "a", "b", "am", "x", "y", "s2")]),
  linear = out, replicates = repout, weighted_replicates = raked_reps), digits = 15, auto_unbox = TRUE, na = "null", pretty = FALSE), file.path(dirname(sub("--file=", "", grep("--file=", commandArgs(), value = TRUE))), "weighting.json"))
