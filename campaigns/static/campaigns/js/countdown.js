/* Counts down to a moment, hour by hour.

   Reads
     [data-until]       an ISO moment; its words say the same in whole days and stand without this
     data-left          words around the time that is left, with {time}
     data-day, -days    what the units are called, one and several; also -hour and -minute: not
                        every browser knows them in every language
   Nothing moves but the words, once a minute, and no screen reader is interrupted by them.
   Without it: the days that are left stand there.
*/
function timeLeft(milliseconds, names) {
  const minutes = Math.floor(milliseconds / 60_000);
  const [days, hours] = [Math.floor(minutes / 1440), Math.floor(minutes / 60) % 24];
  const parts = days
    ? [[days, "day"], [hours, "hour"]]
    : [[hours, "hour"], [minutes % 60, "minute"]];
  return parts
    .filter(([number]) => number)
    .map(([number, unit]) => `${number} ${names[number === 1 ? unit : `${unit}s`]}`)
    .join(", ");
}

for (const place of document.querySelectorAll("[data-until]")) {
  const until = Date.parse(place.dataset.until);
  const tell = () => {
    const left = until - Date.now();
    if (left < 60_000) return; // the page says by itself what is true then, once it is loaded anew
    place.textContent = place.dataset.left.replace("{time}", timeLeft(left, place.dataset));
    setTimeout(tell, 60_000);
  };
  tell();
}
