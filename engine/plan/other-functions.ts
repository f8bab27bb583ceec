/** Functions that one of the engines has and that are not run yet: refused as such, not as unknown. */
export const otherFunctions: ReadonlySet<string> = new Set(
  `listagg string_agg group_concat collect collect_list collect_set median approx_count_distinct delta percentile_cont
  percentile_disc corr covar_pop covar_samp regr_slope regr_intercept regr_r2 topk topkdistinct histogram
  lag lead row_number rank dense_rank percent_rank cume_dist ntile nth_value
  now current_timestamp current_date timestamp extract date_format datediff from_unixtime unix_timestamp
  hop_start hop_end hop_rowtime session_start session_end session_rowtime tumble_proctime current_watermark
  json_value json_extract json_exists json_query
  header header_keys has_header set_header remove_header if`.split(/\s+/),
);
