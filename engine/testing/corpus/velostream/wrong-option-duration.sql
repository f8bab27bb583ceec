-- form: wrong-options
-- expect: BAD_OPTION_VALUE
SELECT zone FROM rides WITH ('watermark.max_out_of_orderness' = 'soon');
