#!/usr/bin/env python3
"""scikit-learn's TF-IDF and k-means on a file of one quote a line, for the benchmark of methods.

Prints the milliseconds by the clock and of the processor, and the peak of memory, up to the table and up to the groups,
and the mean cosine between quotes and the means of their groups. Threads are as many as scikit-learn takes by itself.
"""
import json
import sys
import time
import warnings

import numpy
from sklearn.cluster import KMeans
from sklearn.feature_extraction.text import TfidfVectorizer

warnings.filterwarnings("ignore")

GROUPS = 50
ROUNDS = 25


def read_peak():
    with open("/proc/self/status") as status:
        for line in status:
            if line.startswith("VmHWM:"):
                return int(line.split()[1]) / 1024
    return None


def since(begun):
    clock, processor = time.perf_counter() - begun[0], time.process_time() - begun[1]
    return {"clock": clock * 1000, "processor": processor * 1000, "megabytes": read_peak()}


def rate(table, model):
    centres = model.cluster_centers_ / numpy.linalg.norm(model.cluster_centers_, axis=1, keepdims=True)
    cosines = sum(
        table[at : at + 10000].multiply(centres[model.labels_[at : at + 10000]]).sum()
        for at in range(0, table.shape[0], 10000)
    )
    return cosines / table.shape[0]


def main():
    begun = time.perf_counter(), time.process_time()
    with open(sys.argv[1], encoding="utf8") as file:
        texts = file.read().splitlines()
    weigher = TfidfVectorizer(sublinear_tf=True, stop_words="english", min_df=2)
    table = weigher.fit_transform(texts)
    weighed = since(begun)
    model = KMeans(GROUPS, n_init=1, max_iter=ROUNDS, random_state=1).fit(table)
    grouped = since(begun)
    print(json.dumps({"weighed": weighed, "grouped": grouped, "cosine": float(rate(table, model))}))


main()
