import { type LatLng, listSites, type Site } from '@qafila/contract';
import { useTranslation } from 'react-i18next';
import { queryClient } from '../../shared/api/index.ts';
import { toLatinDigits } from '../../shared/format/index.ts';
import { notifyDone } from '../../shared/ui/index.ts';

export type SiteValues = {
  kind: string | null;
  nameAr: string;
  nameEn: string;
  governorateCode: string | null;
  /** As typed: decimal degrees, in any digits. */
  lat: string;
  lng: string;
  contactName: string;
  contactPhone: string;
};

export const NO_SITE: SiteValues = {
  kind: 'distribution_point',
  nameAr: '',
  nameEn: '',
  governorateCode: null,
  lat: '',
  lng: '',
  contactName: '',
  contactPhone: '',
};

export function toSiteValues({ id: _id, version: _version, ...site }: Site): SiteValues {
  return { ...site, lat: String(site.lat), lng: String(site.lng) };
}

export function toSiteBody(values: SiteValues) {
  return { ...values, lat: toDegrees(values.lat), lng: toDegrees(values.lng) };
}

/** Where the typed coordinates are, once both can be read. */
export function placeOf({ lat, lng }: Pick<SiteValues, 'lat' | 'lng'>): LatLng | null {
  const place = { lat: toDegrees(lat), lng: toDegrees(lng) };
  if (typeof place.lat !== 'number' || typeof place.lng !== 'number') return null;
  const isOnEarth = Math.abs(place.lat) <= 90 && Math.abs(place.lng) <= 180;
  return isOnEarth ? { lat: place.lat, lng: place.lng } : null;
}

/** A number, or what was typed when it is none; the schema then says what is wrong. */
function toDegrees(text: string): number | string {
  const latin = toLatinDigits(text).trim().replace('٫', '.');
  return latin !== '' && Number.isFinite(Number(latin)) ? Number(latin) : latin;
}

/** What adding and changing a site have in common. */
export function useSiteForm(done: 'form.created' | 'form.saved', onClose: () => void) {
  const { t } = useTranslation('sites');
  const labels = {
    kind: t('form.kind'),
    nameAr: t('form.nameAr'),
    nameEn: t('form.nameEn'),
    governorateCode: t('form.governorate'),
    lat: t('form.lat'),
    lng: t('form.lng'),
    contactName: t('form.contactName'),
    contactPhone: t('form.contactPhone'),
  };
  const finish = async () => {
    notifyDone(t(done));
    onClose();
    await queryClient.invalidateQueries({ queryKey: [listSites.path] });
  };
  return { labels, finish };
}
