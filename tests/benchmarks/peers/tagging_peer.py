#!/usr/bin/env python3
"""scikit-learn's logistic regression on words and letters, for the benchmarks of tagging.

    tagging_peer.py speed LESSON    prints the milliseconds for one lesson: texts, words of themes, first texts' themes
    tagging_peer.py few             reads tasks on standard input, prints the best figures for each

A task holds texts, the words of each theme, by text its themes, and draws; a draw holds folds, which name the texts to
learn from and those to be asked about. Each theme's own words are one more example of it, which counts as often as
`WEIGHTS` says. Printed is the best of all recipes and thresholds, chosen on the answers themselves, which flatters, and
as `tuned` the micro F1 with thresholds chosen on halves of what was learned from.
"""
import json
import sys
import time
import warnings

import numpy
from scipy.sparse import hstack
from sklearn.feature_extraction.text import TfidfVectorizer
from sklearn.linear_model import LogisticRegression
from sklearn.metrics import average_precision_score, f1_score

warnings.filterwarnings("ignore")

COSTS = (1, 10)
WEIGHTS = (1, 10)
# The cost and weight whose thresholds are chosen without the answers too.
TUNED = (10, 10)
THRESHOLDS = numpy.linspace(0.05, 0.95, 37)


def weigh(texts, grams=(4, 4), pairs=(1, 2), stop="english"):
    words = TfidfVectorizer(sublinear_tf=True, ngram_range=pairs, min_df=1, stop_words=stop)
    letters = TfidfVectorizer(sublinear_tf=True, analyzer="char_wb", ngram_range=grams, min_df=2)
    return hstack([words.fit_transform(texts), letters.fit_transform(texts)]).tocsr()


def fit_scores(table, answers, asked, cost, weights):
    scores = numpy.zeros((asked.shape[0], answers.shape[1]))
    for theme in range(answers.shape[1]):
        own = answers[:, theme]
        if own.min() == own.max():
            scores[:, theme] = own[0]
            continue
        model = LogisticRegression(C=cost, class_weight="balanced", solver="liblinear")
        scores[:, theme] = model.fit(table, own, sample_weight=weights).predict_proba(asked)[:, 1]
    return scores


def read_answers(given, width):
    answers = numpy.zeros((len(given), width), int)
    for row, themes in enumerate(given):
        answers[row, themes] = 1
    return answers


def measure_speed(path):
    with open(path, encoding="utf8") as file:
        lesson = json.load(file)
    texts, themes, given = lesson["texts"], lesson["themes"], lesson["given"]
    begun = time.process_time()
    table = weigh(texts + themes, pairs=(1, 1), stop=None)
    coded = list(range(len(given))) + list(range(len(texts), len(texts) + len(themes)))
    answers = numpy.vstack([read_answers(given, len(themes)), numpy.eye(len(themes), dtype=int)])
    fit_scores(table[coded], answers, table[: len(texts)], 1, numpy.ones(len(coded)))
    print(json.dumps({"milliseconds": (time.process_time() - begun) * 1000}))


def ask(task, table, learned, asked, recipe):
    """Scores of the texts asked about, learned from some texts and from the themes' own words."""
    cost, weight = recipe
    width = len(task["themes"])
    own = numpy.arange(len(task["texts"]), len(task["texts"]) + width)
    weights = numpy.concatenate([numpy.ones(len(learned)), numpy.full(width, float(weight))])
    taught = numpy.vstack([read_answers(task["given"], width)[learned], numpy.eye(width, dtype=int)])
    return fit_scores(table[numpy.concatenate([learned, own])], taught, table[asked], cost, weights)


def rate_cuts(truth, said, kind):
    return [f1_score(truth, said >= cut, average=kind, zero_division=0) for cut in THRESHOLDS]


def choose_cut(task, table, learned, recipe):
    halves = numpy.arange(len(learned)) % 2 == 0
    said = numpy.zeros((len(learned), len(task["themes"])))
    for half in (halves, ~halves):
        said[half] = ask(task, table, learned[~half], learned[half], recipe)
    truth = read_answers(task["given"], len(task["themes"]))[learned]
    return THRESHOLDS[int(numpy.argmax(rate_cuts(truth, said, "micro")))]


def measure_recipe(task, table, recipe):
    """By draw: what ranks, F1 at every threshold, and F1 at the thresholds chosen without the answers."""
    answers = read_answers(task["given"], len(task["themes"]))
    figures = []
    for draw in task["draws"]:
        scores, chosen = numpy.zeros(answers.shape), numpy.zeros(answers.shape, bool)
        for fold in draw:
            learned, asked = numpy.array(fold["learned"]), numpy.array(fold["asked"])
            scores[asked] = ask(task, table, learned, asked, recipe)
            if recipe == TUNED:
                chosen[asked] = scores[asked] >= choose_cut(task, table, learned, recipe)
        rows = numpy.array(sorted(row for fold in draw for row in fold["asked"]))
        truth, said = answers[rows], scores[rows]
        used = [k for k in range(truth.shape[1]) if truth[:, k].any()]
        ranked = numpy.mean([average_precision_score(truth[:, k], said[:, k]) for k in used])
        first = truth[numpy.arange(len(rows)), said.argmax(1)].mean()
        tuned = f1_score(truth, chosen[rows], average="micro", zero_division=0)
        figures.append([ranked, first, tuned, *rate_cuts(truth, said, "micro"), *rate_cuts(truth, said, "macro")])
    means = numpy.mean(figures, axis=0)
    cuts = len(THRESHOLDS)
    best = means[3 : 3 + cuts].max(), means[3 + cuts :].max()
    return dict(zip(("map", "topOne", "tuned", "microF1", "macroF1"), map(float, (*means[:3], *best))))


def measure_task(task):
    texts = task["texts"] + task["themes"]
    tables = [weigh(texts, (3, 5)), weigh(texts, (4, 4), (1, 1), None)]
    recipes = [(cost, weight) for cost in COSTS for weight in WEIGHTS]
    figures = [measure_recipe(task, table, recipe) for table in tables for recipe in recipes]
    return {name: max(own[name] for own in figures) for name in figures[0]}


if sys.argv[1] == "speed":
    measure_speed(sys.argv[2])
else:
    print(json.dumps([measure_task(task) for task in json.load(sys.stdin)]))
