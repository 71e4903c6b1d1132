interface Place {
  latitude: number
  longitude: number
}

/** A map of a place, which needs no key of ours and learns nothing of the contact but the place. */
export const mapLink = ({ latitude, longitude }: Place) =>
  `https://www.openstreetmap.org/?mlat=${latitude}&mlon=${longitude}#map=16/${latitude}/${longitude}`
