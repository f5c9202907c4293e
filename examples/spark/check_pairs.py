#!/usr/bin/env python3
"""Checks a corpus of segment pairs on Spark and sums its findings up in a table.

usage: spark-submit check_pairs.py [--tsv] [--config FILE] [--sverka PATH] [--partitions N] INPUT OUTPUT

INPUT is a file or folder of lines, `{"id", "ru", "en"}` or with --tsv columns. OUTPUT/answers has one line for each of
them, in the same order, OUTPUT/table how many findings there are of each kind. Every worker needs the binary at PATH
and the files that --config names. What Sverka does to a line depends on that line alone, so that it does not matter
how the corpus is cut.
"""

import argparse
import shlex

from pyspark.sql import SparkSession, functions, types

# What of an answer the table needs; a line that could not be read has an error.
ANSWER = types.StructType([
    types.StructField("error", types.StringType()),
    types.StructField("findings", types.ArrayType(types.StructType([
        types.StructField("code", types.StringType()),
        types.StructField("severity", types.StringType()),
    ]))),
])


def lines(context, path, partitions):
    """The lines of a text, ended by line feeds alone."""
    classes = ("org.apache.hadoop.mapreduce.lib.input.TextInputFormat", "org.apache.hadoop.io.LongWritable", "org.apache.hadoop.io.Text")
    settings = {"textinputformat.record.delimiter": "\n"}
    if partitions:
        hadoop = context._jsc.hadoopConfiguration()
        where = context._jvm.org.apache.hadoop.fs.Path(path)
        size = where.getFileSystem(hadoop).getContentSummary(where).getLength()
        settings["mapreduce.input.fileinputformat.split.maxsize"] = str(max(1, -(-size // partitions)))
    return context.newAPIHadoopFile(path, *classes, conf=settings).values()


def table(spark, answers):
    """How many findings there are of each kind, and how many lines could not be read."""
    read = spark.createDataFrame(answers.map(lambda line: (line,)), "line string")
    read = read.select(functions.from_json("line", ANSWER).alias("answer"))
    error = functions.when(functions.col("answer.error").isNotNull(), functions.lit("unread"))
    found = read.select(functions.explode("answer.findings").alias("finding")).select("finding.*")
    unread = read.select(error.alias("code"), functions.lit("error").alias("severity")).where("code is not null")
    return found.union(unread).groupBy("code", "severity").count().orderBy(functions.desc("count"), "code", "severity")


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("input")
    parser.add_argument("output")
    parser.add_argument("--tsv", action="store_true")
    parser.add_argument("--config")
    parser.add_argument("--sverka", default="sverka")
    parser.add_argument("--partitions", type=int, default=0)
    options = parser.parse_args()
    command = [options.sverka, "check", "--pairs", "-", "--all-lines", "--exit-zero"]
    command += ["--tsv"] if options.tsv else []
    command += ["--config", options.config] if options.config else []
    spark = SparkSession.builder.appName("sverka").getOrCreate()
    given = lines(spark.sparkContext, options.input, options.partitions)
    # Spark runs a task on each core: one thread is enough for each.
    answers = given.pipe(shlex.join(command), env={"RAYON_NUM_THREADS": "1"}, checkCode=True)
    answers.saveAsTextFile(options.output + "/answers")
    written = spark.sparkContext.textFile(options.output + "/answers")
    table(spark, written).coalesce(1).write.csv(options.output + "/table", header=True)
    spark.stop()


if __name__ == "__main__":
    main()
