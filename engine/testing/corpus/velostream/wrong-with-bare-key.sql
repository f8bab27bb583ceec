-- form: wrong-options
-- expect: SYNTAX_PROPERTY
-- fixed: runs
SELECT zone FROM rides WITH (semantics = 'flink');
