#!/usr/bin/env python3
"""scikit-learn's usual ways to group short texts, for the benchmark of clusters.

Reads {"texts": [...], "k": number, "seeds": [...]} on standard input and prints, by recipe, the group of every text for
every seed. Function words (scikit-learn's own list) are left out, terms need two texts and at most 30 % of them.
"""
import json
import sys
import warnings

from sklearn.cluster import KMeans
from sklearn.decomposition import NMF, TruncatedSVD
from sklearn.feature_extraction.text import TfidfVectorizer
from sklearn.pipeline import make_pipeline
from sklearn.preprocessing import Normalizer

warnings.filterwarnings("ignore")


def group(texts, k, seed):
    table = TfidfVectorizer(sublinear_tf=True, stop_words="english", min_df=2, max_df=0.3).fit_transform(texts)
    dimensions = min(100, table.shape[1] - 1)
    reduced = make_pipeline(TruncatedSVD(dimensions, random_state=seed), Normalizer()).fit_transform(table)
    parts = NMF(k, random_state=seed, max_iter=300).fit_transform(table)
    return {
        "TF-IDF + KMeans": KMeans(k, n_init=10, random_state=seed).fit_predict(table),
        "SVD + KMeans": KMeans(k, n_init=10, random_state=seed).fit_predict(reduced),
        "NMF": parts.argmax(axis=1),
    }


def main():
    wanted = json.load(sys.stdin)
    runs = [group(wanted["texts"], wanted["k"], seed) for seed in wanted["seeds"]]
    json.dump({recipe: [run[recipe].tolist() for run in runs] for recipe in runs[0]}, sys.stdout)


main()
