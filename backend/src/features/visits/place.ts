/**
 * Where an association `a` of governorate `g` has its seat, as JSON; until it is put on the map, its governorate's city
 * stands for it.
 */
export const SEAT_SQL = `json_build_object(
  'kind', 'seat', 'label', '',
  'at', json_build_object('lat', coalesce(a.seat_lat, g.lat), 'lng', coalesce(a.seat_lng, g.lng)),
  'isApproximate', a.seat_lat IS NULL)`;

/** Where a visit `v` is made. */
export const PLACE_SQL = `CASE WHEN v.point_lat IS NULL THEN ${SEAT_SQL} ELSE json_build_object(
  'kind', 'point', 'label', v.point_label,
  'at', json_build_object('lat', v.point_lat, 'lng', v.point_lng), 'isApproximate', false) END`;
