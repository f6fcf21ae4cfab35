# A column called g would break svyglm on replicates, which evaluates its call inside the data.
# Makes tests-of-hypothesis.json: data of our own and what R 4.2.2 with survey 4.1.1 finds in them.
# (calibrate needs the package MASS.)
#   Rscript tests-of-hypothesis.R > tests-of-hypothesis.json
suppressPackageStartupMessages({library(survey); library(jsonlite)})
set.seed(20261126)
n <- 160
s <- rep(c('a', 'b', 'c', 'd'), c(40, 50, 30, 40))
psu <- paste0(s, rep(1:40, each = 4))
d <- data.frame(
  s, psu,
  w = round(runif(n, 5, 40), 3),
  grp = factor(sample(c('x', 'y', 'z'), n, TRUE, c(.5, .3, .2))),
  h = factor(sample(c('no', 'yes'), n, TRUE)),
  x = round(rnorm(n, 50, 10), 2),
  N = c(a = 30, b = 60, c = 25, d = 80)[s], stringsAsFactors = FALSE)
d$y <- round(d$x / 10 + (d$grp == 'y') + rnorm(n) + rep(rnorm(40), each = 4))
d$q <- pmin(4, pmax(1, round(2.5 + .4 * (d$grp == 'z') + .5 * rep(rnorm(40), each = 4) + rnorm(n, 0, .8))))
d$y[c(3, 40, 77, 121)] <- NA
d$q[c(3, 9, 50, 100, 101, 144)] <- NA
d$q <- factor(d$q)
d$twice <- 2 * d$x - 3
svy <- svydesign(id = ~psu, strata = ~s, weights = ~w, data = d)
fpc <- svydesign(id = ~psu, strata = ~s, weights = ~w, fpc = ~N, data = d)
ctl <- list(maxit = 500, epsilon = 1e-13)
M <- list(data.frame(grp = c('x', 'y', 'z'), Freq = c(1900, 1000, 700)), data.frame(h = c('no', 'yes'), Freq = c(1500, 2100)))
raked <- rake(svy, list(~grp, ~h), M, control = ctl)
cal <- calibrate(svy, ~grp + x, c(`(Intercept)` = 3600, grpy = 1000, grpz = 700, x = 3600 * 49), calfun = 'raking', epsilon = 1e-13, maxit = 200)
rep <- as.svrepdesign(svy, type = 'JKn')
part <- subset(svy, x > 54)
partRaked <- subset(raked, x > 54)
designs <- list(svy = svy, fpc = fpc, raked = raked, cal = cal, rep = rep, part = part, partRaked = partRaked)
r <- list()
num <- function(z) unname(as.vector(unlist(z)))
for (nm in names(designs)) {
  D <- designs[[nm]]
  for (st in c('F', 'Chisq', 'Wald', 'adjWald', 'saddlepoint')) {
    z <- suppressWarnings(svychisq(~q + grp, D, statistic = st))
    r[[paste0(nm, '.chisq.', st)]] <- list(statistic = num(z$statistic), parameter = num(z$parameter), p = num(z$p.value))
  }
  r[[paste0(nm, '.degf')]] <- degf(D)
  z <- svyttest(y ~ h, D); r[[paste0(nm, '.ttest')]] <- list(t = num(z$statistic), df = num(z$parameter), p = num(z$p.value), ci = num(z$conf.int))
  z <- svyttest(I(y - 5) ~ 0, D, na.rm = TRUE); r[[paste0(nm, '.one')]] <- list(t = num(z$statistic), df = num(z$parameter), p = num(z$p.value), ci = num(z$conf.int))
  for (t in c('wilcoxon', 'vanderWaerden', 'median')) {
    z <- svyranktest(y ~ h, D, test = t); r[[paste0(nm, '.rank2.', t)]] <- list(t = num(z$statistic), df = num(z$parameter), p = num(z$p.value))
    z <- try(svyranktest(y ~ grp, D, test = t), silent = TRUE)
    if (!inherits(z, 'try-error')) r[[paste0(nm, '.rank3.', t)]] <- list(chisq = num(z$parameter), ddf = num(z$ddf), p = num(z$p.value))
  }
  m <- svyglm(y ~ grp * x + h, D); z <- regTermTest(m, ~grp:x); z2 <- regTermTest(m, ~grp + grp:x)
  r[[paste0(nm, '.glm')]] <- list(names = names(coef(m)), coef = num(coef(m)), se = num(SE(m)), df = m$df.residual, F = num(z$Ftest), p = num(z$p), F2 = num(z2$Ftest), p2 = num(z2$p))
  m <- svyglm(y ~ 0 + x + grp, D)
  r[[paste0(nm, '.glm0')]] <- list(names = names(coef(m)), coef = num(coef(m)), se = num(SE(m)), df = m$df.residual)
  if (nm != 'rep') {
    m <- svyglm(y ~ x + twice + grp, D)
    r[[paste0(nm, '.glmSingular')]] <- list(names = names(coef(m)), coef = num(coef(m)), se = num(SE(m)), df = m$df.residual)
  }
  if (!(nm %in% c('raked', 'cal', 'partRaked'))) {
    z <- svygofchisq(~grp, c(.5, .3, .2), D); r[[paste0(nm, '.gof')]] <- list(statistic = num(z$statistic), parameter = num(z$parameter), p = num(z$p.value))
  }
}
# Two waves: the last 100 of the first are in the second with 60 more, unit by unit and then by cluster.
two <- data.frame(unit = c(1:160, 61:220), wave = rep(c('one', 'two'), each = 160), s = c(s, s[61:160], rep(c('a', 'b'), each = 30)),
  w = c(d$w, round(runif(160, 5, 40), 3)), y = c(round(d$x / 10, 1), round(c(d$x[61:160] / 10 + rnorm(100, .2, .5), rnorm(60, 5.2, 1)), 1)))
W <- svydesign(id = ~unit, weights = ~w, data = two)
b <- svyglm(y ~ 0 + wave, W); k <- svycontrast(b, c(-1, 1))
r$waves <- list(change = num(coef(k)), se = num(SE(k)), vcov = num(vcov(b)), df = degf(W))
W <- svydesign(id = ~unit, strata = ~s, weights = ~w, data = two)
b <- svyglm(y ~ 0 + wave, W); k <- svycontrast(b, c(-1, 1))
r$wavesStrata <- list(change = num(coef(k)), se = num(SE(k)), vcov = num(vcov(b)), df = degf(W))
# Classics
T4 <- matrix(c(12, 5, 8, 3, 9, 14, 2, 7, 11), 3); T2 <- matrix(c(12, 5, 9, 14), 2, byrow = TRUE)
z <- chisq.test(T4); r$chisq3 <- list(statistic = num(z$statistic), df = num(z$parameter), p = z$p.value)
z <- chisq.test(T2); r$yates <- list(statistic = num(z$statistic), df = num(z$parameter), p = z$p.value)
z <- fisher.test(T2); r$fisher <- list(p = z$p.value, or = num(z$estimate), ci = num(z$conf.int))
z <- fisher.test(matrix(c(7, 0, 3, 8), 2)); r$fisherEnd <- list(p = z$p.value, ci1 = z$conf.int[1])
z <- prop.trend.test(c(15, 10, 5, 4), c(30, 30, 31, 28), c(1, 2, 4, 8)); r$trend <- list(statistic = num(z$statistic), p = z$p.value)
A <- array(c(12, 5, 9, 14, 3, 7, 2, 11, 0, 4, 3, 6), c(2, 2, 3))
for (cc in c(TRUE, FALSE)) { z <- mantelhaen.test(A, correct = cc); r[[paste0('cmh', cc)]] <- list(statistic = num(z$statistic), p = z$p.value, or = num(z$estimate), ci = num(z$conf.int)) }
z <- prop.test(3, 40, correct = FALSE, conf.level = .9); r$wilson <- list(ci = num(z$conf.int))
p <- c(.01, .04, .03, .2, .5, .004, .03)
r$adjust <- list(holm = p.adjust(p, 'holm'), BH = p.adjust(p, 'BH'), bonferroni = p.adjust(p, 'bonferroni'))
dat <- d; dat$grp <- as.character(d$grp); dat$h <- as.character(d$h); dat$q <- as.character(d$q)
dat$raked <- weights(raked); dat$cal <- weights(cal)
cat(toJSON(list(data = as.list(dat), waves = as.list(two), results = r), digits = I(15), auto_unbox = TRUE, na = 'null'))
