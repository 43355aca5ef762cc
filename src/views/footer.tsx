/** The way to the other pages. */
export function Footer() {
  return (
    <footer class="footer">
      <a href="/">Write a digit</a>
      <a href="/model">How well it reads: the model card</a>
    </footer>
  );
}
