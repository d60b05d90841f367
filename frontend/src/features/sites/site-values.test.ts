import { describe, expect, it } from 'vitest';
import { NO_SITE, placeOf, toSiteBody } from './site-values.ts';

describe('coordinates as they are typed', () => {
  it('are read in Latin and in Arabic digits', () => {
    expect(toSiteBody({ ...NO_SITE, lat: '35.6', lng: '٣٥٫٩' })).toMatchObject({ lat: 35.6, lng: 35.9 });
  });

  it('stay text when they are no number, so that the schema can say so', () => {
    expect(toSiteBody({ ...NO_SITE, lat: 'north', lng: '' })).toMatchObject({ lat: 'north', lng: '' });
  });

  it('are shown on the map only when both are on Earth', () => {
    expect(placeOf({ lat: '35.6', lng: '35.9' })).toEqual({ lat: 35.6, lng: 35.9 });
    expect(placeOf({ lat: '35.6', lng: '' })).toBeNull();
    expect(placeOf({ lat: '95', lng: '35' })).toBeNull();
  });
});
