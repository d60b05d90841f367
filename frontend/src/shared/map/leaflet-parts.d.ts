/** The parts of Leaflet have the types of the whole. */
declare module 'leaflet/src/*' {
  export * from 'leaflet';
}
